using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>A table that makes one value of another (PS3.3, C.11.1.1).</summary>
internal sealed class LookUpTable
{
    private readonly int _first;
    private readonly int[] _values;

    private LookUpTable(int first, int[] values, int bits) => (_first, _values, Greatest) = (first, values, (1 << bits) - 1);

    /// <summary>Greatest value that its bits allow.</summary>
    public int Greatest { get; }

    /// <summary>The table of a sequence's first item; null where there is none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="isSigned">Whether what goes in may be negative.</param>
    /// <exception cref="InvalidHeaderException">It makes no sense.</exception>
    public static LookUpTable? Of(DicomDataSet file, DicomTag sequence, bool isSigned)
    {
        if (file.FirstItem(sequence) is not { } item)
        {
            return null;
        }

        if (item[DicomTag.LutDescriptor] is not { Value.Length: >= 6 } descriptor || item[DicomTag.LutData] is not { } data)
        {
            throw new InvalidHeaderException("a look-up table of the DICOM file is not whole");
        }

        var told = new HeaderReader(descriptor.Value.Span, file.Syntax.IsBigEndian);
        var (count, first, bits) = (told.UInt16(0) == 0 ? 65536 : told.UInt16(0), (int)told.UInt16(2), told.UInt16(4));
        var words = new HeaderReader(data.Value.Span, file.Syntax.IsBigEndian);
        var isWide = words.Length >= 2L * count;
        if (bits is < 1 or > 16 || (!isWide && words.Length < count))
        {
            throw new InvalidHeaderException("a look-up table of the DICOM file is not whole");
        }

        var values = new int[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = isWide ? words.UInt16(2L * i) : words.Byte(i);
        }

        return new LookUpTable(isSigned ? (short)first : first, values, bits);
    }

    /// <summary>What it makes of a value; those before its first and after its last as these.</summary>
    public int this[double value] => _values[(int)Math.Clamp(Math.Round(value) - _first, 0, _values.Length - 1)];
}
