using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

public sealed class ChromaTests
{
    [Fact]
    public void A_grey_picture_has_no_chroma_even_where_it_is_stored_in_three_channels()
    {
        Assert.Equal(0, Decode((_, _) => (120, 120, 120)).Chroma);
    }

    [Fact]
    public void A_picture_in_colour_has_the_chroma_of_its_formula()
    {
        // ITU-R BT.601: Y = 0.299 R + 0.587 G + 0.114 B, Cb = (B - Y) / 1.772, Cr = (R - Y) / 1.402.
        var luma = 0.299 * 200 + 0.587 * 100 + 0.114 * 40;
        var expected = (Math.Abs(40 - luma) / 1.772 + Math.Abs(200 - luma) / 1.402) / 255;

        Assert.Equal(expected, Decode((_, _) => (200, 100, 40)).Chroma, 0.005);
    }

    [Theory]
    [InlineData("tinted.jpg")]
    [InlineData("tinted.png")]
    [InlineData("tinted.bmp")]
    [InlineData("tinted.webp")]
    [InlineData("tinted.tif")]
    public void Every_format_tells_colour_by_the_same_measure(string file)
    {
        var (chroma, png) = (Chroma(file), Chroma("tinted.png"));

        Assert.InRange(png, 0.1, 0.5);
        Assert.Equal(png, chroma, 0.01);
    }

    [Theory]
    [InlineData("colour.jpg")]
    [InlineData("colour.bmp")]
    [InlineData("colour-lzw.tif")]
    [InlineData("cmyk.jpg")]
    [InlineData("grey16.png")]
    public void Grey_in_three_channels_is_grey(string file) => Assert.Equal(0, Chroma(file), 0.005);

    private static double Chroma(string file) => new RadiographDecoder().Decode(ImageFiles.Bytes(file), file).Chroma;

    private static Radiograph Decode(Func<int, int, (byte R, byte G, byte B)> colour)
    {
        var pixels = new byte[64 * 64 * 4];
        for (var i = 0; i < 64 * 64; i++)
        {
            (pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2]) = colour(i % 64, i / 64);
            pixels[4 * i + 3] = 255;
        }

        return new RadiographDecoder().Decode(ImageEncoder.RgbaPng(64, 64, pixels), "picture.png");
    }
}
