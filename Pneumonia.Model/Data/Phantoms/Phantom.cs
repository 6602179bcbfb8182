using Pneumonia.Core.Imaging;

namespace Pneumonia.Model.Data.Phantoms;

/// <summary>A synthetic chest X-ray: drawn, of nobody, with a small "SYNTHETIC" in its pixels.</summary>
/// <param name="Size">Columns and rows.</param>
/// <param name="Pixels">Row-major grey levels, 0 (black) to 255 (white).</param>
/// <param name="Boxes">Where its opacities lie; empty without pneumonia.</param>
public sealed record Phantom(int Size, ReadOnlyMemory<byte> Pixels, IReadOnlyList<PhantomBox> Boxes)
{
    /// <summary>Box around both lung fields as seen.</summary>
    public PixelBox Lungs { get; init; }
}
