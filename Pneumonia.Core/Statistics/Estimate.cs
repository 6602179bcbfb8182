namespace Pneumonia.Core.Statistics;

/// <summary>A figure with its 95% interval.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public sealed record Estimate(double Value, double Low, double High);
