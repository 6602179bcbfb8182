namespace Pneumonia.Blazor.Components.Metrics;

/// <summary>Names the resource file that the texts of the metrics page and of its parts live in.</summary>
public sealed class MetricsText;
