namespace Pneumonia.Core.Lungs;

/// <summary>A corner of an outline, in shares of the image's width and height.</summary>
/// <param name="X">0 is the left edge, 1 the right one.</param>
/// <param name="Y">0 is the upper edge, 1 the lower one.</param>
public readonly record struct OutlinePoint(double X, double Y);
