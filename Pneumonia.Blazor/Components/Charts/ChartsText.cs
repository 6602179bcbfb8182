namespace Pneumonia.Blazor.Components.Charts;

/// <summary>Names the resource file that the texts of the charts live in.</summary>
public sealed class ChartsText;
