using System.Buffers.Binary;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

/// <summary>Files of 16 bits that hold fewer, in the ways that programs write them.</summary>
internal static class StoredPictures
{
    public const int Width = 120;
    public const int Height = 100;

    /// <summary>A picture that fills its bits from 0 to white.</summary>
    public static ushort[] Picture(int bits)
    {
        var grey = SampleImages.Grey16(Width, Height);
        var (most, white) = ((1 << bits) - 1, grey.Max());
        return Array.ConvertAll(grey, level => (ushort)((long)level * most / white));
    }

    /// <summary>A PNG, perhaps with a chunk that names the bits in use.</summary>
    public static byte[] Png(ushort[] pixels, byte? declaredBits = null)
    {
        var png = ImageEncoder.Grey16Png(Width, Height, pixels);
        if (declaredBits is not { } bits)
        {
            return png;
        }

        const int afterHeader = 33;
        byte[] body = [(byte)'s', (byte)'B', (byte)'I', (byte)'T', bits];
        return [.. png[..afterHeader], .. BigEndian(1), .. body, .. BigEndian(Crc32.Compute(body)), .. png[afterHeader..]];
    }

    /// <summary>An uncompressed TIFF of one strip.</summary>
    /// <param name="pixels">Levels as stored.</param>
    /// <param name="photometric">0: 0 is white; 1: 0 is black.</param>
    /// <param name="more">Further tags of one 16-bit number, with greater numbers than the others.</param>
    public static byte[] Tiff(ushort[] pixels, ushort photometric, params (ushort Tag, ushort Value)[] more)
    {
        (ushort Tag, uint Value)[] tags =
        [
            (256, Width), (257, Height), (258, 16), (259, 1), (262, photometric), (273, 8), (277, 1), (278, Height), (279, (uint)pixels.Length * 2),
            .. more.Select(tag => (tag.Tag, (uint)tag.Value)),
        ];
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8 + (pixels.Length * 2));
        Array.ForEach(pixels, writer.Write);
        writer.Write((ushort)tags.Length);
        foreach (var (tag, value) in tags)
        {
            writer.Write(tag);
            writer.Write((ushort)(tag is 273 or 279 ? 4 : 3));
            writer.Write(1);
            writer.Write(value);
        }

        writer.Write(0);
        return file.ToArray();
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
