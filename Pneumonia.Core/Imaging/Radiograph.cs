namespace Pneumonia.Core.Imaging;

/// <summary>A decoded grey X-ray and where it came from. Upright: EXIF orientation is already applied.</summary>
public sealed class Radiograph
{
    /// <summary>Wraps decoded pixels.</summary>
    /// <param name="name">File name or other provenance, as shown in messages.</param>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    /// <param name="pixels">Row-major grey levels, 0 (black) to 65535 (white), <c>width * height</c> of them. An 8-bit level v is stored as v * 257.</param>
    /// <param name="bitDepth">Bits per pixel in the file: 8 or 16.</param>
    /// <param name="format">Format of the file.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <c>width * height</c>.</exception>
    public Radiograph(string name, int width, int height, ReadOnlyMemory<ushort> pixels, int bitDepth, RadiographFormat format)
    {
        if (pixels.Length != (long)width * height || pixels.Length == 0)
        {
            throw new ArgumentException($"{name}: {pixels.Length} pixels do not make {width}x{height}.", nameof(pixels));
        }

        (Name, Width, Height, Pixels, BitDepth, Format) = (name, width, height, pixels, bitDepth, format);
    }

    /// <summary>File name or other provenance.</summary>
    public string Name { get; }

    /// <summary>Columns, bars cut off.</summary>
    public int Width { get; }

    /// <summary>Rows, bars cut off.</summary>
    public int Height { get; }

    /// <summary>Row-major grey levels, 0 to 65535.</summary>
    public ReadOnlyMemory<ushort> Pixels { get; }

    /// <summary>Bits per pixel in the file: 8 or 16.</summary>
    public int BitDepth { get; }

    /// <summary>Bits that the file's samples make use of: 8 to 16; 12 in a file of 16, say. <see cref="Pixels"/> fill the whole scale all the
    /// same.</summary>
    public int BitsInUse { get => field == 0 ? BitDepth : field; init; }

    /// <summary>Bits of the file's own grey levels: its level v is stored as v * 65535 / (2^bits - 1), rounded. As many as the file has, or as it
    /// makes use of where its levels were brought to the whole scale.</summary>
    public int LevelBits { get => field == 0 ? BitDepth : field; init; }

    /// <summary>How far apart the pixels are on the detector; null where the file does not tell. What PNG, TIFF and JPEG say of a resolution is
    /// how large to print, and mostly a program's default: it is never taken for this.</summary>
    public PixelSpacing? Spacing { get; init; }

    /// <summary>What was cut off the file's image, in its pixels, upright: bars of one grey around the X-ray.</summary>
    public Margins Cropped { get; init; } = Margins.None;

    /// <summary>Format of the file it was decoded from.</summary>
    public RadiographFormat Format { get; }

    /// <summary>How far from grey the file's pixels were before they were decoded to grey: mean of |Cb| + |Cr| (ITU-R BT.601), 0 (grey)
    /// to 1. A photograph in colour has 0.05 and more.</summary>
    public double Chroma { get; init; }

    /// <summary>Whether the file lacks the mark of its end, with all pixels there: whoever judges the image should know, as the file did not come
    /// as it was written.</summary>
    public bool IsEndMissing { get; init; }

    /// <summary>The same with black and white exchanged.</summary>
    public Radiograph Inverted() => new(Name, Width, Height, Array.ConvertAll(Pixels.ToArray(), level => (ushort)~level), BitDepth, Format)
    {
        Chroma = Chroma, BitsInUse = BitsInUse, LevelBits = LevelBits, Spacing = Spacing, Cropped = Cropped, IsEndMissing = IsEndMissing,
    };

    /// <summary>A copy for a screen: the aspect ratio is kept, nothing is enlarged.</summary>
    /// <param name="maxSide">Most pixels of the longer side, 1 or more.</param>
    public GreyImage ToGrey8(int maxSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSide, 1);
        var scale = Math.Min(1.0, maxSide / (double)Math.Max(Width, Height));
        var width = Math.Max(1, (int)Math.Round(Width * scale));
        var height = Math.Max(1, (int)Math.Round(Height * scale));
        var grey = ImageResizer.Grey(this, width, height, Interpolation.AntialiasedBilinear);
        return new GreyImage(width, height, Array.ConvertAll(grey, level => (byte)Math.Clamp(MathF.Round(level * 255), 0, 255)));
    }
}
