namespace Pneumonia.Core.Saliency;

/// <summary>What each place of an image says about a class, in the unit of the method that made it. Covers the whole image, whatever
/// its size.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row-major: positive where the image speaks for the class, negative where it speaks against it.</param>
public sealed record EvidenceMap(int Width, int Height, float[] Values);
