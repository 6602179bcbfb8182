using System.Numerics.Tensors;
using Pneumonia.Core.Data;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Data.Probing;

/// <summary>A linear classifier on a network's features, to learn what they hold (Alain and Bengio 2016): ridge regression of -1 and 1
/// on standardised features, as scikit-learn's <c>RidgeClassifier</c>.</summary>
public static class LinearProbe
{
    /// <summary>For every image the answer of a probe that was fitted without its patient's fold.</summary>
    /// <param name="images">The images.</param>
    /// <param name="features">Features of each.</param>
    /// <param name="told">The class that the probe tells from the others.</param>
    /// <param name="folds">2 or more.</param>
    /// <param name="seed">Seed of the folds.</param>
    public static double[] CrossValidated(
        IReadOnlyList<XRay> images, IReadOnlyList<float[]> features, string told, int folds, int seed)
    {
        var answers = new double[images.Count];
        var placeOf = images.Select((image, i) => (image.Path, i)).ToDictionary(pair => pair.Path, pair => pair.i);
        foreach (var fold in PatientSplit.Folds(images, folds, seed))
        {
            int[] training = [.. fold.Training.Select(image => placeOf[image.Path])];
            int[] heldOut = [.. fold.HeldOut.Select(image => placeOf[image.Path])];
            var fitted = Fit(
                [.. training.Select(i => features[i])], [.. training.Select(i => images[i].Class == told)],
                [.. heldOut.Select(i => features[i])]);
            foreach (var (i, answer) in heldOut.Zip(fitted))
            {
                answers[i] = answer;
            }
        }

        return answers;
    }

    /// <summary>Fits on some examples and answers for others. The penalty is the number of features.</summary>
    /// <param name="training">Features of the examples to fit on.</param>
    /// <param name="positive">Which of them are to answer 1; the others -1.</param>
    /// <param name="others">Features of the examples to answer for.</param>
    public static double[] Fit(IReadOnlyList<float[]> training, IReadOnlyList<bool> positive, IReadOnlyList<float[]> others)
    {
        var width = training[0].Length;
        var (mean, deviation) = Moments(training, width);
        var share = positive.Average(isPositive => isPositive ? 1.0 : -1);
        float Standardised(float[] row, int f) => deviation[f] == 0 ? 0 : (float)((row[f] - mean[f]) / deviation[f]);
        float[][] columns = [.. Enumerable.Range(0, width).Select(f => training.Select(row => Standardised(row, f)).ToArray())];
        float[] answers = [.. positive.Select(isPositive => (float)((isPositive ? 1 : -1) - share))];
        var weights = LinearSystem.Solve(Gram(columns), Array.ConvertAll(columns, column => (double)TensorPrimitives.Dot<float>(column, answers)));
        return [.. others.Select(row => weights.Select((weight, f) => Standardised(row, f) * weight).Sum() + share)];
    }

    /// <summary>Products of all columns with each other, with the penalty on the diagonal.</summary>
    private static double[,] Gram(float[][] columns)
    {
        var gram = new double[columns.Length, columns.Length];
        Parallel.For(0, columns.Length, i =>
        {
            for (var j = 0; j <= i; j++)
            {
                gram[i, j] = gram[j, i] = TensorPrimitives.Dot<float>(columns[i], columns[j]);
            }

            gram[i, i] += columns.Length;
        });
        return gram;
    }

    private static (double[] Mean, double[] Deviation) Moments(IReadOnlyList<float[]> rows, int width)
    {
        var (mean, deviation) = (new double[width], new double[width]);
        for (var f = 0; f < width; f++)
        {
            mean[f] = rows.Average(row => (double)row[f]);
            deviation[f] = Math.Sqrt(rows.Average(row => (row[f] - mean[f]) * (row[f] - mean[f])));
        }

        return (mean, deviation);
    }
}
