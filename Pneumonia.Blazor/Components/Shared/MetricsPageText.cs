namespace Pneumonia.Blazor.Components.Shared;

/// <summary>Names the resource file that the texts of the metrics page and of its parts live in.</summary>
public sealed class MetricsPageText;
