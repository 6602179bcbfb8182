namespace Pneumonia.Core.Checks;

/// <summary>
/// Where the training images lie in the network's feature space at one depth: a Gaussian around each group's mean, all of one
/// covariance (Lee et al. 2018, "A simple unified framework for detecting out-of-distribution samples", section 2.1), which is full
/// within the first principal components and the same in all directions outside (Tipping and Bishop 1999, "Probabilistic principal
/// component analysis", section 3.2).
/// </summary>
/// <param name="Means">[groups, features]: each group's mean.</param>
/// <param name="Basis">[components, features]: orthonormal.</param>
/// <param name="Precision">[components, components]: inverse covariance within the components.</param>
/// <param name="Noise">Variance in every direction outside of them; more than 0.</param>
/// <param name="Threshold">Largest <see cref="Distance"/> that is not out of distribution.</param>
public sealed record FeatureDensity(FloatMatrix Means, FloatMatrix Basis, FloatMatrix Precision, double Noise, double Threshold)
{
    /// <summary>Whether its parts fit together.</summary>
    internal bool IsSound => Means.IsSound && Basis.IsSound && Precision.IsSound && Means.Columns == Basis.Columns
        && Precision.Rows == Basis.Rows && Precision.Columns == Basis.Rows && Noise > 0 && double.IsFinite(Noise) && !double.IsNaN(Threshold);

    /// <summary>Squared Mahalanobis distance to the nearest group's mean, for each feature: about 1 for images like the training's.</summary>
    /// <param name="features">The features of an image.</param>
    public double Distance(ReadOnlySpan<float> features)
    {
        var (nearest, difference) = (double.PositiveInfinity, new float[features.Length]);
        for (var group = 0; group < Means.Rows; group++)
        {
            var mean = Means.Row(group);
            for (var i = 0; i < difference.Length; i++)
            {
                difference[i] = features[i] - mean[i];
            }

            nearest = Math.Min(nearest, Squared(difference));
        }

        return nearest / features.Length;
    }

    private double Squared(ReadOnlySpan<float> difference)
    {
        var inside = Array.ConvertAll(Basis.Times(difference), value => (float)value);
        var outside = Math.Max(0, FloatMatrix.Dot(difference, difference) - FloatMatrix.Dot(inside, inside));
        var weighed = Precision.Times(inside);
        return inside.Index().Sum(item => item.Item * weighed[item.Index]) + outside / Noise;
    }
}
