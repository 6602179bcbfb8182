namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>What came in of late, held against the images that a model was evaluated on.</summary>
/// <param name="HasReference">Whether the model's zip holds a reference.</param>
/// <param name="Studies">Studies of the window.</param>
/// <param name="Features">Feature by feature.</param>
public sealed record DriftReport(bool HasReference, int Studies, IReadOnlyList<FeatureDrift> Features)
{
    /// <summary>The features that have moved, the furthest first: the alert.</summary>
    public IReadOnlyList<FeatureDrift> Moved =>
        [.. Features.Where(feature => feature.State == FeatureState.Moved).OrderByDescending(feature => feature.Stability!.Index)];
}
