namespace Pneumonia.Core.Imaging.Formats;

/// <summary>What a file may ask of the decoder. It is checked before any pixel is decoded.</summary>
public sealed record DecoderLimits
{
    /// <summary>Largest file, in bytes. 64 MB.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>Most pixels. 64 megapixels: an 8192x8192 image; a digital chest X-ray has 4 to 16.</summary>
    public long MaxPixels { get; init; } = 64L << 20;

    /// <summary>Shortest side, in pixels. Nothing smaller shows a chest.</summary>
    public int MinSide { get; init; } = 32;
}
