namespace Pneumonia.Core.Imaging;

/// <summary>8-bit grey pixels, for a screen.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Row-major grey levels, <c>Width * Height</c>.</param>
public sealed record GreyImage(int Width, int Height, ReadOnlyMemory<byte> Pixels);
