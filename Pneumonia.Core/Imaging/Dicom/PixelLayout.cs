using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>How a DICOM file stores its pixels (PS3.3, C.7.6.3).</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Samples">Samples of a pixel: 1 (grey) or 3 (colour).</param>
/// <param name="Allocated">Bits that a sample takes: 8 or 16.</param>
/// <param name="Stored">Bits of those that are used.</param>
/// <param name="HighBit">Number of the highest used bit, from 0.</param>
/// <param name="IsSigned">Whether the highest used bit is a sign.</param>
/// <param name="IsPlanar">Whether colours come one after the other and not pixel by pixel.</param>
internal sealed record PixelLayout(int Width, int Height, int Samples, int Allocated, int Stored, int HighBit, bool IsSigned, bool IsPlanar)
{
    /// <summary>Bytes of a sample.</summary>
    public int SampleBytes => Allocated / 8;

    /// <summary>Bytes of the image, not compressed.</summary>
    public long Bytes => (long)Width * Height * Samples * SampleBytes;

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidHeaderException">Something is missing, makes no sense, or is not read.</exception>
    public static PixelLayout Of(DicomDataSet file)
    {
        var allocated = file.Number(DicomTag.BitsAllocated);
        var stored = file.Number(DicomTag.BitsStored, allocated);
        var layout = new PixelLayout(
            file.Number(DicomTag.Columns), file.Number(DicomTag.Rows), file.Number(DicomTag.Samples, 1), allocated, stored,
            file.Number(DicomTag.HighBit, stored - 1), file.Number(DicomTag.Signed, 0) == 1, file.Number(DicomTag.Planar, 0) == 1);
        return layout is { Width: > 0, Height: > 0, Samples: 1 or 3, Allocated: 8 or 16 } && stored >= 1 && stored <= allocated && layout.HighBit >= stored - 1 && layout.HighBit < allocated
            ? layout
            : throw new InvalidHeaderException($"DICOM pixels of {layout.Samples} samples with {stored} of {allocated} bits are not read");
    }

    /// <summary>A sample's value: the used bits, with their sign.</summary>
    /// <param name="word">All bits of the sample.</param>
    public int Value(int word)
    {
        var bits = (word >> (HighBit + 1 - Stored)) & ((1 << Stored) - 1);
        return IsSigned && (bits >> (Stored - 1)) == 1 ? bits - (1 << Stored) : bits;
    }
}
