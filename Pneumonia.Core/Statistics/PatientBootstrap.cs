namespace Pneumonia.Core.Statistics;

/// <summary>An interval of any figure by <see cref="Bootstrap"/>.</summary>
public static class PatientBootstrap
{
    private const int Resamples = 1000;

    /// <summary>The figure with its interval.</summary>
    /// <param name="value">The figure itself.</param>
    /// <param name="patients">The patient of each image.</param>
    /// <param name="compute">The figure from how often each image counts.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static Estimate Interval(double value, IReadOnlyList<string> patients, Func<int[], double> compute, int seed)
    {
        var keys = patients.Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var replicates = Bootstrap.Resample(
            [.. patients.Select(patient => keys[patient])], keys.Count, counts => new Drawn(compute(counts)), Resamples, new Random(seed));
        return Bootstrap.Interval(value, replicates.Select(drawn => drawn.Value).Where(double.IsFinite));
    }

    private sealed record Drawn(double Value);
}
