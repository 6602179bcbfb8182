using System.Buffers.Binary;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

/// <summary>BigTIFF: TIFF with places and counts of 64 bits.</summary>
public sealed class BigTiffTests
{
    private const int Width = 48;
    private const int Height = 40;
    private const int FirstEntry = 24;
    private const int EntrySize = 20;
    private readonly RadiographDecoder _decoder = new();
    private readonly byte[] _pixels = SampleImages.Grey8(Width, Height);

    [Theory]
    [InlineData(false, 3)]
    [InlineData(false, 16)]
    [InlineData(true, 4)]
    [InlineData(true, 16)]
    public void It_is_read_in_either_order_of_bytes_and_with_places_of_any_size(bool isBigEndian, ushort type)
    {
        var image = _decoder.Decode(Write(isBigEndian, type), "big.tif");

        Assert.Equal((Width, Height, 8, RadiographFormat.Tiff), (image.Width, image.Height, image.BitDepth, image.Format));
        Assert.Equal(_pixels.Select(level => (ushort)(level * 257)), image.Pixels.ToArray());
    }

    [Fact]
    public void One_that_is_cut_short_anywhere_is_refused()
    {
        var bytes = Write(false, 16);

        for (var length = 1; length < bytes.Length; length += length < 400 ? 7 : 101)
        {
            Assert.Throws<InvalidRadiographException>(() => _decoder.Decode(bytes.AsSpan(0, length), "big.tif"));
        }
    }

    [Theory]
    [InlineData(8, ulong.MaxValue, "cut short")]
    [InlineData(8, 1ul << 32, "cut short")]
    [InlineData(16, ulong.MaxValue, "cut short")]
    [InlineData(16, 65_536ul, "more than 65535 tags")]
    [InlineData(FirstEntry + 4, ulong.MaxValue / 8, "cut short")]
    [InlineData(FirstEntry + (EntrySize * 5) + 12, ulong.MaxValue - 3, "cut short")]
    [InlineData(FirstEntry + (EntrySize * 9), 1000ul, "several pages")]
    public void Numbers_beyond_the_file_are_refused(int at, ulong number, string reason)
    {
        var bytes = Write(false, 16);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), number);

        Assert.Contains(reason, Assert.Throws<InvalidRadiographException>(() => _decoder.Decode(bytes, "big.tif")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_happens_to_it_it_is_decoded_or_refused()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = Write(i % 2 == 0, 16);
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                bytes[random.Next(FirstEntry + (9 * EntrySize) + 8)] = (byte)random.Next(256);
            }

            var fault = Record.Exception(() => _decoder.Decode(bytes, "big.tif"));
            Assert.True(fault is null or InvalidRadiographException, $"{fault}");
        }
    }

    // One strip, uncompressed, all numbers of one type.
    private byte[] Write(bool isBigEndian, ushort type)
    {
        (ushort Tag, ulong Value)[] tags =
        [
            (256, Width), (257, Height), (258, 8), (259, 1), (262, 1), (273, FirstEntry + (9 * EntrySize) + 8), (277, 1), (278, Height),
            (279, (ulong)_pixels.Length),
        ];
        var bytes = new byte[FirstEntry + (tags.Length * EntrySize) + 8];
        (isBigEndian ? "MM\0+\0\b\0\0"u8 : "II+\0\b\0\0\0"u8).CopyTo(bytes);
        Put(8, 16, 8);
        Put(16, (ulong)tags.Length, 8);
        for (var i = 0; i < tags.Length; i++)
        {
            var at = FirstEntry + (i * EntrySize);
            Put(at, tags[i].Tag, 2);
            Put(at + 2, type, 2);
            Put(at + 4, 1, 8);
            Put(at + 12, tags[i].Value, type switch { 3 => 2, 4 => 4, _ => 8 });
        }

        return [.. bytes, .. _pixels];

        void Put(int at, ulong value, int size)
        {
            for (var i = 0; i < size; i++)
            {
                bytes[at + (isBigEndian ? size - 1 - i : i)] = (byte)(value >> (8 * i));
            }
        }
    }
}
