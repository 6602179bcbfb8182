namespace Pneumonia.Blazor.Components.Training;

/// <summary>A line in an <see cref="EpochChart"/>.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">A value for each epoch.</param>
public sealed record EpochSeries(string Name, IReadOnlyList<EpochPoint> Points);
