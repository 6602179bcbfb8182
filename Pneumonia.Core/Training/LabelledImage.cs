namespace Pneumonia.Core.Training;

/// <summary>A row to learn from.</summary>
/// <param name="ImagePath">The image's path.</param>
/// <param name="Label">Name of its class.</param>
public sealed record LabelledImage(string ImagePath, string Label);
