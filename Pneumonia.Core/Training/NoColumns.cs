namespace Pneumonia.Core.Training;

/// <summary>A row of no columns.</summary>
internal sealed class NoColumns;
