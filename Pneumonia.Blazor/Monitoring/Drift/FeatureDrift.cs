namespace Pneumonia.Blazor.Monitoring.Drift;

/// <summary>A feature of what came in, held against the reference.</summary>
/// <param name="Name">Its name, as in the reference.</param>
/// <param name="State">What can be said.</param>
/// <param name="Count">Studies of the window.</param>
/// <param name="Stability">The comparison; null where none was made.</param>
/// <param name="Reference">Where most values of the reference lie; null where there is none.</param>
/// <param name="Recent">Where most values of the window lie; null without any.</param>
/// <param name="Days">Day by day, the oldest first.</param>
public sealed record FeatureDrift(
    string Name, FeatureState State, int Count, PopulationStability? Stability, Spread? Reference, Spread? Recent,
    IReadOnlyList<DaySpread> Days);
