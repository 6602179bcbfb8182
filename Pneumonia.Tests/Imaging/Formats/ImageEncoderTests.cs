using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

public sealed class ImageEncoderTests
{
    [Fact]
    public void A_grey_png_comes_back_pixel_for_pixel()
    {
        var pixels = SampleImages.Grey8(50, 40);

        var back = new RadiographDecoder().Decode(ImageEncoder.GreyPng(50, 40, pixels), "grey.png");

        Assert.Equal((50, 40, 8, RadiographFormat.Png), (back.Width, back.Height, back.BitDepth, back.Format));
        Assert.Equal(pixels.Select(v => (ushort)(v * 257)), back.Pixels.ToArray());
    }

    [Fact]
    public void A_16_bit_grey_png_keeps_all_its_levels()
    {
        var pixels = SampleImages.Grey16(50, 40);

        var back = new RadiographDecoder().Decode(ImageEncoder.Grey16Png(50, 40, pixels), "grey16.png");

        Assert.Equal(16, back.BitDepth);
        Assert.Equal(pixels, back.Pixels.ToArray());
    }

    [Fact]
    public void A_grey_jpeg_stays_close_to_the_original()
    {
        var pixels = SampleImages.Grey8(64, 48);

        var back = new RadiographDecoder().Decode(ImageEncoder.GreyJpeg(64, 48, pixels, quality: 95), "grey.jpg");

        Assert.Equal(RadiographFormat.Jpeg, back.Format);
        Assert.All(back.Pixels.ToArray().Zip(pixels), pair => Assert.InRange((pair.First / 257) - pair.Second, -6, 6));
    }

    [Theory]
    [InlineData(255, 0, 0, 76)]
    [InlineData(0, 255, 0, 150)]
    [InlineData(0, 0, 255, 29)]
    public void An_rgba_png_keeps_red_green_and_blue_in_their_places(byte red, byte green, byte blue, int grey)
    {
        byte[] pixel = [red, green, blue, 200];
        var pixels = Enumerable.Repeat(pixel, 32 * 32).SelectMany(p => p).ToArray();

        var back = new RadiographDecoder().Decode(ImageEncoder.RgbaPng(32, 32, pixels), "colour.png");

        Assert.InRange(back.Pixels.Span[0] / 257, grey - 1, grey + 1);
    }

    [Fact]
    public void Too_few_pixels_for_the_size_are_refused() =>
        Assert.Throws<ArgumentException>(() => ImageEncoder.GreyPng(10, 10, new byte[99]));
}
