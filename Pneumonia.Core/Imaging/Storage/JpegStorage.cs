using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Storage;

/// <summary>How a JPEG stores its image: its process, and the quality that its quantisation tables are known by.</summary>
internal static class JpegStorage
{
    private const byte Tables = 0xDB;

    // ITU-T T.81, table K.1, in the order of the file; the programs of the Independent JPEG Group scale it by the quality.
    private static readonly byte[] s_brightness =
    [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
        56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
    ];

    /// <summary>Mode and compression.</summary>
    /// <exception cref="InvalidHeaderException">The file is cut short.</exception>
    public static (string Mode, string Compression) Of(ReadOnlySpan<byte> bytes)
    {
        var reader = new HeaderReader(bytes, bigEndian: true);
        var (mode, process, tables, sampling) = (ImageStorage.Unknown, ImageStorage.Unknown, new List<byte>(), "");
        for (long at = 2; ;)
        {
            var marker = JpegHeader.FindMarker(reader, ref at);
            if (marker is not { } found || found is JpegHeader.StartOfScan or JpegHeader.EndOfImage)
            {
                return (mode, $"{process}, {Quality([.. tables])}{sampling}");
            }

            var segment = reader.Slice(at, Math.Max(reader.UInt16(at), (ushort)2))[2..];
            at += segment.Length + 2;
            if (found == Tables)
            {
                tables.AddRange(segment);
            }
            else if (JpegHeader.IsFrame(found) && segment.Length >= 6)
            {
                mode = segment[5] switch { 1 => "grey", 3 => "colour", _ => "CMYK" };
                process = found is 0xC2 or 0xCA ? "progressive" : found is 0xC9 ? "arithmetic" : "baseline";
                sampling = segment[5] == 3 && segment.Length >= 9 ? Sampling(segment[7]) : "";
            }
        }
    }

    private static string Sampling(byte factors) => factors switch { 0x11 => ", 4:4:4", 0x21 => ", 4:2:2", 0x22 => ", 4:2:0", _ => "" };

    // By the first table of eight bits, which is that of the brightness; tables of other programs have but a fingerprint.
    private static string Quality(byte[] tables)
    {
        for (var quality = 1; quality <= 100 && tables.Length > 64 && tables[0] == 0; quality++)
        {
            var scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
            if (tables.AsSpan(1, 64).SequenceEqual(Array.ConvertAll(s_brightness, step => (byte)Math.Clamp((step * scale + 50) / 100, 1, 255))))
            {
                return $"quality {quality}";
            }
        }

        return tables.Length == 0 ? "no tables" : $"tables {Crc32.Compute(tables):x8}";
    }
}
