namespace Pneumonia.Model.Estimators;

/// <summary>A row of no columns.</summary>
internal sealed class NoColumns;
