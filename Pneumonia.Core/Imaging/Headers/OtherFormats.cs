using System.Buffers;
using System.Text;

namespace Pneumonia.Core.Imaging.Headers;

/// <summary>Names what a file is that is no image that is read, by the bytes at its beginning.</summary>
internal static class OtherFormats
{
    private const string Save = "save the X-ray as PNG or JPEG";
    private const string Unpack = "unpack it first";
    private const int LookedAt = 1024;
    private const int DicomMark = 128;

    private static readonly SearchValues<byte> s_control = SearchValues.Create([.. Enumerable.Range(0, 32).Except([9, 10, 12, 13, 27]).Select(code => (byte)code), 127]);

    // In this order: what could be two is the first.
    private static readonly (int At, byte[] Bytes, UserText Name, UserText Hint)[] s_signatures =
    [
        Mark(DicomMark, "DICM", "a DICOM file", Save),
        Mark(0, "\x08\0\x05\0", "a DICOM file without its preamble", Save), Mark(0, "\x08\0\x08\0", "a DICOM file without its preamble", Save),
        Mark(0, "\x08\0\0\0\x04\0\0\0", "a DICOM file without its preamble", Save), Mark(0, "\x02\0\0\0UL", "a DICOM file without its preamble", Save),
        Mark(344, "n+1\0", "a NIfTI", Save), Mark(344, "ni1\0", "a NIfTI header", Save), Mark(4, "n+2\0", "a NIfTI", Save), Mark(4, "ni2\0", "a NIfTI header", Save),
        Mark(0, "NRRD", "an NRRD", Save), Mark(0, "ObjectType =", "a MetaImage header", Save), Mark(0, "\x5C\x01\0\0", "an Analyze header", Save),
        Mark(0, "GIF8", "a GIF", Save), Mark(0, "%PDF", "a PDF", Save), Mark(0, "%!PS", "a PostScript file", Save),
        Mark(0, "\0\0\0\x0CjP  ", "a JPEG 2000", Save), Mark(0, "\xFF\x4F\xFF\x51", "a JPEG 2000", Save),
        Mark(0, "\0\0\0\x0CJXL ", "a JPEG XL", Save), Mark(0, "\xFF\x0A", "a JPEG XL", Save), Mark(0, "II\xBC", "a JPEG XR", Save),
        Mark(4, "ftypavi", "an AVIF", Save), Mark(4, "ftyphe", "a HEIC", Save), Mark(4, "ftypmif1", "a HEIF", Save), Mark(4, "ftypmsf1", "a HEIF", Save),
        Mark(4, "ftypcrx", "a camera's raw file", Save), Mark(4, "ftyp", "a video", Save),
        Mark(8, "AVI ", "a video", Save), Mark(0, "\x1A\x45\xDF\xA3", "a video", Save), Mark(0, "8BPS", "a Photoshop file", Save),
        Mark(0, "\0\0\x01\0", "an icon", Save), Mark(0, "\x76\x2F\x31\x01", "an OpenEXR", Save), Mark(0, "SIMPLE  =", "a FITS", Save),
        Mark(0, "P2\n", "a PGM", Save), Mark(0, "P5\n", "a PGM", Save), Mark(0, "P6\n", "a PPM", Save), Mark(0, "P4\n", "a PBM", Save), Mark(0, "P1\n", "a PBM", Save),
        Mark(0, "\x89HDF", "an HDF5 file", Save), Mark(0, "\x93NUMPY", "a NumPy array", Save), Mark(0, "MATLAB 5", "a MATLAB file", Save),
        Mark(0, "\x89PNG", "a PNG that a transfer as text has changed", "copy it again, as it is"),
        Mark(0, "PK\x03\x04", "a ZIP archive", Unpack), Mark(0, "PK\x05\x06", "an empty ZIP archive", Unpack), Mark(0, "\x1F\x8B", "a gzip archive", Unpack),
        Mark(0, "7z\xBC\xAF\x27\x1C", "a 7-Zip archive", Unpack), Mark(0, "Rar!", "a RAR archive", Unpack), Mark(0, "BZh", "a bzip2 archive", Unpack),
        Mark(0, "\xFD" + "7zXZ", "an xz archive", Unpack), Mark(0, "\x28\xB5\x2F\xFD", "a Zstandard archive", Unpack), Mark(257, "ustar", "a tar archive", Unpack),
        Mark(0, "\xD0\xCF\x11\xE0", "an Office document", Save), Mark(0, "{\\rtf", "an RTF document", Save), Mark(0, "SQLite format 3", "a database", Save),
        Mark(0, "MZ", "a program", Save), Mark(0, "\x7F" + "ELF", "a program", Save), Mark(0, "\0\x05\x16\x07", "a side file of macOS", Save),
        Mark(0, "version https://git-lfs", "a Git LFS pointer", "fetch the file itself with git lfs pull"),
    ];

    /// <summary>Whether the bytes bear the mark of DICOM (PS3.10, section 7.1).</summary>
    public static bool IsDicom(ReadOnlySpan<byte> bytes) => bytes.Length > DicomMark && bytes[DicomMark..].StartsWith("DICM"u8);

    /// <summary>Says in a sentence what a file is.</summary>
    public static UserText Tell(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "the file is empty";
        }

        if (!bytes.ContainsAnyExcept((byte)0))
        {
            return "the file holds nothing but zeros, as after a copy that broke off";
        }

        foreach (var (at, mark, name, hint) in s_signatures)
        {
            if (bytes.Length >= at && bytes[at..].StartsWith(mark))
            {
                return $"it is {name}, which is not read; {hint}";
            }
        }

        return Text(bytes[..Math.Min(bytes.Length, LookedAt)]) is { } text
            ? (UserText)$"it is {text}, not an image"
            : "its format is not known: it is not a JPEG, PNG, TIFF, BMP or WebP image";
    }

    private static UserText? Text(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return "text";
        }

        if (start.ContainsAny(s_control))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF').TrimStart();
        return text switch
        {
            _ when Begins("<!doctype html") || Begins("<html") => (UserText)"an HTML page",
            _ when Begins("<svg") || (Begins("<?xml") && text.Contains("<svg", StringComparison.OrdinalIgnoreCase)) => "an SVG drawing",
            _ when Begins("<?xml") => "an XML file",
            // What was cut within a character ends in one that is none.
            _ when text.TrimEnd('\uFFFD').Contains('\uFFFD') => null,
            _ => "text",
        };

        bool Begins(string beginning) => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
    }

    private static (int At, byte[] Bytes, UserText Name, UserText Hint) Mark(int at, string bytes, UserText name, UserText hint) =>
        (at, Encoding.Latin1.GetBytes(bytes), name, hint);
}
