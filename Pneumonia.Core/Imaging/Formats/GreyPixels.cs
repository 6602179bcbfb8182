using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>Grey 16-bit pixels that are filled with the rows of a file, and turned upright on the way.</summary>
internal sealed class GreyPixels
{
    private readonly int _storedWidth;
    private readonly int _origin;
    private readonly int _across;
    private readonly int _down;
    private long _blueness;
    private long _redness;

    /// <summary>Makes room.</summary>
    /// <param name="width">Columns as stored.</param>
    /// <param name="height">Rows as stored.</param>
    /// <param name="orientation">EXIF orientation, 1 to 8.</param>
    /// <param name="bits">Bits of a stored sample: 8 or 16.</param>
    public GreyPixels(int width, int height, int orientation, int bits)
    {
        (_storedWidth, Bits) = (width, bits);
        (Width, Height) = orientation >= 5 ? (height, width) : (width, height);
        Pixels = GC.AllocateUninitializedArray<ushort>(Width * Height);
        // EXIF 2.32, section 4.6.4: the stored pixels transposed from 5 on, then mirrored along one side, both or none.
        var (stepAcross, stepDown) = (1, Width);
        if (orientation is 2 or 3 or 6 or 7)
        {
            (_origin, stepAcross) = (Width - 1, -1);
        }

        if (orientation is 3 or 4 or 7 or 8)
        {
            (_origin, stepDown) = (_origin + (Width * (Height - 1)), -Width);
        }

        (_across, _down) = orientation >= 5 ? (stepDown, stepAcross) : (stepAcross, stepDown);
    }

    /// <summary>Columns, upright.</summary>
    public int Width { get; }

    /// <summary>Rows, upright.</summary>
    public int Height { get; }

    /// <summary>Bits of a stored sample: 8 or 16.</summary>
    public int Bits { get; }

    /// <summary>Row-major grey levels, upright; an 8-bit level v is v * 257.</summary>
    public ushort[] Pixels { get; }

    /// <summary>As <see cref="Radiograph.Chroma"/>. Cb and Cr are B - Y and R - Y, scaled to half of white at the most.</summary>
    public double Chroma => ((_blueness / 1.772) + (_redness / 1.402)) / ((Bits == 8 ? 255.0 : 65535.0) * Pixels.Length);

    /// <summary>Takes stored rows.</summary>
    /// <param name="firstRow">Row of the first, as stored.</param>
    /// <param name="samples">Whole rows. Grey, RGB or CMYK; more samples than these are transparency and dropped.</param>
    /// <param name="bands">Samples of a pixel.</param>
    /// <param name="isInk">Whether they are CMYK, 255 the most ink.</param>
    public void Write(int firstRow, ReadOnlySpan<byte> samples, int bands, bool isInk)
    {
        var stride = _storedWidth * bands * (Bits / 8);
        Span<ushort> turned = _across == 1 ? [] : new ushort[_storedWidth];
        for (var row = firstRow; !samples.IsEmpty; row++, samples = samples[stride..])
        {
            var at = _origin + (row * _down);
            var line = _across == 1 ? Pixels.AsSpan(at, _storedWidth) : turned;
            Convert(samples[..stride], line, bands, isInk);
            foreach (var level in turned)
            {
                Pixels[at] = level;
                at += _across;
            }
        }
    }

    private void Convert(ReadOnlySpan<byte> stored, Span<ushort> line, int bands, bool isInk)
    {
        if (Bits == 16)
        {
            Convert(MemoryMarshal.Cast<byte, ushort>(stored), line, bands);
            return;
        }

        if (isInk)
        {
            GreyLevels.OfInk(stored, line);
        }
        else
        {
            Convert(stored, line, bands);
        }

        TensorPrimitives.Multiply(line, (ushort)257, line);
    }

    private void Convert<T>(ReadOnlySpan<T> stored, Span<ushort> line, int bands)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        if (bands < 3)
        {
            GreyLevels.OfGrey(stored, line, bands);
            return;
        }

        var (blueness, redness) = GreyLevels.OfColour(stored, line, bands);
        _blueness += blueness;
        _redness += redness;
    }
}
