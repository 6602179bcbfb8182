using System.Buffers.Binary;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

/// <summary>Bitmaps of the kinds that Pillow does not write, with one picture: black, red, green, blue and white columns.</summary>
public sealed class BmpFilesTests
{
    private const int Width = 40;
    private const int Height = 32;

    private static readonly int[] s_greys = [0, 76, 150, 29, 255];

    // The colours of the columns in 16 bits, five of each and six of green.
    private static readonly ushort[] s_colours565 = [0x0000, 0xF800, 0x07E0, 0x001F, 0xFFFF];
    private static readonly ushort[] s_colours555 = [0x0000, 0x7C00, 0x03E0, 0x001F, 0x7FFF];
    private static readonly uint[] s_colours888 = [0x000000, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF];

    [Fact]
    public void Sixteen_bits_without_masks_are_five_for_each_colour() =>
        AssertColumns(File(16, compression: 0, [], x => s_colours555[x % 5]));

    [Fact]
    public void Sixteen_bits_with_masks_may_give_green_six() =>
        AssertColumns(File(16, compression: 3, Words(0xF800, 0x07E0, 0x001F), x => s_colours565[x % 5]));

    [Fact]
    public void Thirty_two_bits_have_a_byte_that_is_not_looked_at() =>
        AssertColumns(File(32, compression: 0, [], x => s_colours888[x % 5] | 0x7F000000));

    [Fact]
    public void Masks_say_where_the_colours_are() =>
        AssertColumns(File(32, compression: 3, Words(0x0000FF00, 0x00FF0000, 0xFF000000), x =>
            BinaryPrimitives.ReverseEndianness(s_colours888[x % 5] | 0u)));

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void A_palette_gives_the_colours(int bits) => AssertColumns(File(bits, compression: 0, Words(s_colours888), x => (uint)(x % 5)));

    [Fact]
    public void One_bit_takes_the_first_two_colours()
    {
        var image = Decode(File(1, compression: 0, Words(0x0000FF, 0x00FF00), x => (uint)(x % 2)));

        Assert.Equal([29, 150, 29, 150], image.Pixels.ToArray()[..4].Select(grey => grey / 257));
    }

    [Fact]
    public void Rows_are_stored_from_the_bottom_unless_the_height_is_negative()
    {
        uint Pixel(int x, int y) => y == 0 ? 0xFFFFFFu : 0u;
        var (up, down) = (Decode(File(24, 0, [], Pixel)), Decode(File(24, 0, [], Pixel, isTopDown: true)));

        Assert.Equal((0, 65535), (up.Pixels.Span[0], up.Pixels.Span[^1]));
        Assert.Equal((65535, 0), (down.Pixels.Span[0], down.Pixels.Span[^1]));
    }

    [Fact]
    public void Masks_without_bits_are_refused()
    {
        var error = Assert.Throws<InvalidRadiographException>(() => Decode(File(32, compression: 3, Words(0, 0, 0), _ => 0)));

        Assert.Equal("picture.bmp: the BMP file has masks without bits", error.Message);
    }

    private static void AssertColumns(byte[] file)
    {
        var image = Decode(file);

        Assert.Equal((Width, Height, 8), (image.Width, image.Height, image.BitDepth));
        Assert.Equal(
            Enumerable.Range(0, Width * Height).Select(i => s_greys[i % Width % 5]), image.Pixels.ToArray().Select(grey => grey / 257));
        Assert.True(image.Chroma > 0.1);
    }

    private static Radiograph Decode(byte[] file) => new RadiographDecoder().Decode(file, "picture.bmp");

    private static byte[] Words(params uint[] words) => [.. words.SelectMany(BitConverter.GetBytes)];

    private static byte[] File(int bits, int compression, byte[] table, Func<int, uint> pixel) =>
        File(bits, compression, table, (x, _) => pixel(x));

    // A file header of 14 bytes, an information header of 40, masks or palette, then rows padded to four bytes.
    private static byte[] File(int bits, int compression, byte[] table, Func<int, int, uint> pixel, bool isTopDown = false)
    {
        var stride = ((Width * bits) + 31) / 32 * 4;
        var start = 54 + table.Length;
        var file = new byte[start + (stride * Height)];
        "BM"u8.CopyTo(file);
        void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        Put(10, start);
        Put(14, 40);
        Put(18, Width);
        Put(22, isTopDown ? -Height : Height);
        Put(26, 1 | (bits << 16));
        Put(30, compression);
        Put(46, bits <= 8 ? table.Length / 4 : 0);
        table.CopyTo(file, 54);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (value, at) = (pixel(x, y), start + (y * stride) + (x * bits / 8));
                for (var i = 0; i < Math.Max(1, bits / 8); i++)
                {
                    file[at + i] |= (byte)(bits < 8 ? value << (8 - bits - (x * bits % 8)) : value >> (8 * i));
                }
            }
        }

        return file;
    }
}
