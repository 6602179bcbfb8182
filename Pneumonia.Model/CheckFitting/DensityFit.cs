using Pneumonia.Core.Checks;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.CheckFitting;

/// <summary>Fits a <see cref="FeatureDensity"/>.</summary>
internal static class DensityFit
{
    // Estimated from few images, a covariance is too flat in some directions: a little of its mean is added everywhere.
    private const double Shrinkage = 0.02;

    /// <summary>Fits means and covariance; the threshold is left open.</summary>
    /// <param name="features">Features of the training images at one depth.</param>
    /// <param name="groups">Each image's group.</param>
    /// <param name="components">Principal components to keep; fewer than features.</param>
    /// <param name="seed">Seed of the search for them.</param>
    public static FeatureDensity Fit(IReadOnlyList<float[]> features, IReadOnlyList<string> groups, int components, int seed)
    {
        var length = features[0].Length;
        var names = groups.Distinct().Order(StringComparer.Ordinal).ToList();
        var means = names.Select(name => Mean([.. features.Where((_, i) => groups[i] == name)])).ToArray();
        float[][] centred = [.. features.Select((vector, i) => Subtract(vector, means[names.IndexOf(groups[i])]))];
        var freedom = centred.Length - names.Count;
        var basis = PrincipalSubspace.Find(centred, components, seed);
        var scores = centred.Select(vector => Array.ConvertAll(basis, direction => PrincipalSubspace.Dot(direction, vector))).ToArray();
        var covariance = new double[components, components];
        foreach (var score in scores)
        {
            for (var i = 0; i < components; i++)
            {
                for (var j = 0; j < components; j++)
                {
                    covariance[i, j] += score[i] * score[j] / freedom;
                }
            }
        }

        var inside = Enumerable.Range(0, components).Sum(i => covariance[i, i]);
        var total = centred.Sum(vector => FloatMatrix.Dot(vector, vector)) / freedom;

        // Features that never vary, as of channels without any activation, must not make the slightest change infinitely unlikely.
        var noise = Math.Max((total - inside) / (length - components), 1e-6 * total / length);
        return new FeatureDensity(
            Matrix(means), Matrix([.. basis.Select(row => Array.ConvertAll(row, value => (float)value))]), Matrix(Inverse(Shrunk(covariance, inside / components))),
            noise, double.MaxValue);
    }

    private static float[] Mean(IReadOnlyList<float[]> vectors) =>
        [.. Enumerable.Range(0, vectors[0].Length).Select(i => (float)vectors.Average(vector => (double)vector[i]))];

    private static float[] Subtract(float[] vector, float[] mean) => [.. vector.Zip(mean, (value, centre) => value - centre)];

    private static FloatMatrix Matrix(float[][] rows) => FloatMatrix.Of(rows.Length, rows[0].Length, rows.SelectMany(row => row).ToArray());

    // Ledoit and Wolf 2004, "A well-conditioned estimator for large-dimensional covariance matrices": towards the mean variance.
    private static double[,] Shrunk(double[,] covariance, double meanVariance)
    {
        var size = covariance.GetLength(0);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                covariance[i, j] = (1 - Shrinkage) * covariance[i, j] + (i == j ? Shrinkage * meanVariance : 0);
            }
        }

        return covariance;
    }

    private static float[][] Inverse(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        return [.. Enumerable.Range(0, size).Select(column =>
        {
            var unit = new double[size];
            unit[column] = 1;
            return Array.ConvertAll(LinearSystem.Solve((double[,])matrix.Clone(), unit), value => (float)value);
        })];
    }
}
