namespace Pneumonia.Model.Training.Augmentation;

/// <summary>Draws from the symmetric beta distribution, as the ratio of gamma variables.</summary>
internal static class BetaDraw
{
    /// <summary>Draws from Beta(alpha, alpha).</summary>
    /// <returns>0 to 1.</returns>
    public static double Draw(double alpha, Random random)
    {
        var (x, y) = (Gamma(alpha, random), Gamma(alpha, random));
        return x + y > 0 ? x / (x + y) : random.Next(2);
    }

    // Marsaglia and Tsang 2000, "A simple method for generating gamma variables"; section 6 for a shape below 1.
    private static double Gamma(double shape, Random random)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, random) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - 1 / 3.0;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < normal * normal / 2 + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }
}
