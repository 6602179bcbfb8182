namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>A dashed line across a plot at one value of the horizontal axis.</summary>
/// <param name="Value">Where.</param>
/// <param name="Words">What is told of it when it is pointed at.</param>
public sealed record ChartGuide(double Value, string Words);
