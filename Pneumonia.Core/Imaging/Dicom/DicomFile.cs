using System.IO.Compression;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Reads a DICOM file: with preamble and meta information (PS3.10, section 7), or without either, as older programs write.</summary>
internal static class DicomFile
{
    private const int Preamble = 128;
    private const int LargestInflated = 512 << 20;
    private static readonly byte[] s_mark = "DICM"u8.ToArray();

    /// <summary>Whether bytes are a DICOM file's; one without the mark is known by its first attribute.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => HasMark(bytes) || GuessedSyntax(bytes) is not null;

    /// <summary>Reads all attributes, the pixels last.</summary>
    /// <exception cref="InvalidHeaderException">It is damaged, or none.</exception>
    public static DicomDataSet Read(ReadOnlyMemory<byte> bytes)
    {
        var start = HasMark(bytes.Span) ? Preamble + s_mark.Length : 0;
        var meta = new DicomReader(bytes[start..], TransferSyntax.ExplicitLittleEndian);
        var isMetaThere = bytes.Length >= start + 2 && bytes.Span[start] == 2 && bytes.Span[start + 1] == 0;
        var (syntax, body) = (GuessedSyntax(bytes.Span[start..]) ?? TransferSyntax.ImplicitLittleEndian, bytes[start..]);
        if (isMetaThere)
        {
            var attributes = new DicomDataSet(meta.Read(group: 2, out var end), TransferSyntax.ExplicitLittleEndian);
            (syntax, body) = (TransferSyntax.Of(attributes.Text(DicomTag.TransferSyntax)), bytes[(start + end)..]);
        }

        if (syntax.IsDeflated)
        {
            body = Inflated(body);
        }

        return new DicomDataSet(new DicomReader(body, syntax).Read(group: null, out _), syntax);
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes.Length >= Preamble + 4 && bytes.Slice(Preamble, 4).SequenceEqual(s_mark);

    // The first attribute of nearly every data set is of group 8, and short.
    private static TransferSyntax? GuessedSyntax(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16)
        {
            return null;
        }

        var isTyped = bytes[4] is >= (byte)'A' and <= (byte)'Z' && bytes[5] is >= (byte)'A' and <= (byte)'Z';
        var isMeta = bytes[0] == 2 && bytes[1] == 0 && bytes[2] <= 2 && bytes[3] == 0;
        return (bytes[0], bytes[1]) switch
        {
            (8, 0) when isTyped => TransferSyntax.ExplicitLittleEndian,
            (8, 0) when bytes[3] == 0 && bytes[6] == 0 && bytes[7] == 0 => TransferSyntax.ImplicitLittleEndian,
            (0, 8) when isTyped => TransferSyntax.ExplicitBigEndian,
            _ when isMeta && isTyped => TransferSyntax.ExplicitLittleEndian,
            _ => null,
        };
    }

    private static ReadOnlyMemory<byte> Inflated(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var packed = new DeflateStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var part = new byte[1 << 16];
            for (int read; (read = packed.Read(part)) > 0;)
            {
                unpacked.Write(part, 0, read);
                if (unpacked.Length > LargestInflated)
                {
                    throw new InvalidHeaderException($"the DICOM file unpacks to more than {LargestInflated >> 20} MB");
                }
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidHeaderException($"the DICOM file cannot be unpacked: {e.Message}");
        }
    }
}
