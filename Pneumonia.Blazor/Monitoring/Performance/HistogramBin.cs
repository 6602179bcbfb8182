namespace Pneumonia.Blazor.Monitoring.Performance;

/// <summary>Held-out images whose score lies in a range.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, which belongs to it.</param>
/// <param name="Positives">Positive images.</param>
/// <param name="Negatives">Negative images.</param>
public sealed record HistogramBin(double Low, double High, int Positives, int Negatives);
