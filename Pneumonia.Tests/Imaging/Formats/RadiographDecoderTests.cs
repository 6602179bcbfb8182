using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

public sealed class RadiographDecoderTests
{
    private readonly RadiographDecoder _decoder = new();

    [Theory]
    [InlineData("alpha.png", RadiographFormat.Png, 0)]
    [InlineData("palette.png", RadiographFormat.Png, 0)]
    [InlineData("grey.bmp", RadiographFormat.Bmp, 0)]
    [InlineData("colour.bmp", RadiographFormat.Bmp, 0)]
    [InlineData("colour.jpg", RadiographFormat.Jpeg, 2)]
    [InlineData("cmyk.jpg", RadiographFormat.Jpeg, 2)]
    [InlineData("progressive.jpg", RadiographFormat.Jpeg, 2)]
    [InlineData("lossless.webp", RadiographFormat.WebP, 0)]
    [InlineData("lossy.webp", RadiographFormat.WebP, 6)]
    [InlineData("raw.tif", RadiographFormat.Tiff, 0)]
    [InlineData("tiff_lzw.tif", RadiographFormat.Tiff, 0)]
    [InlineData("tiff_adobe_deflate.tif", RadiographFormat.Tiff, 0)]
    [InlineData("packbits.tif", RadiographFormat.Tiff, 0)]
    [InlineData("colour-lzw.tif", RadiographFormat.Tiff, 0)]
    [InlineData("alpha.tif", RadiographFormat.Tiff, 0)]
    [InlineData("palette.tif", RadiographFormat.Tiff, 0)]
    public void Every_format_gives_the_same_grey_levels(string file, RadiographFormat format, int tolerance)
    {
        var image = _decoder.DecodeFile(ImageFiles.PathOf(file));

        Assert.Equal((file, format, 8), (image.Name, image.Format, image.BitDepth));
        AssertSame(_decoder.DecodeFile(ImageFiles.PathOf("pattern.png")), image, tolerance * 257);
    }

    [Theory]
    [InlineData("grey16.png")]
    [InlineData("grey16.tif")]
    [InlineData("grey16-deflate.tif")]
    [InlineData("grey16-big-endian.tif")]
    [InlineData("grey16-white-is-zero.tif")]
    [InlineData("grey16-upside-down.tif")]
    public void Sixteen_bits_stay_sixteen_bits(string file)
    {
        var image = _decoder.DecodeFile(ImageFiles.PathOf(file));

        Assert.Equal(16, image.BitDepth);
        Assert.Equal(SampleImages.Grey16(48, 40), image.Pixels.ToArray());
    }

    [Theory]
    [InlineData("orientation-1.jpg")]
    [InlineData("orientation-2.jpg")]
    [InlineData("orientation-3.jpg")]
    [InlineData("orientation-4.jpg")]
    [InlineData("orientation-5.jpg")]
    [InlineData("orientation-6.jpg")]
    [InlineData("orientation-7.jpg")]
    [InlineData("orientation-8.jpg")]
    [InlineData("orientation-6.png")]
    [InlineData("orientation-6.tif")]
    [InlineData("orientation-6.webp")]
    public void The_orientation_in_the_file_is_applied(string file) =>
        AssertSame(_decoder.DecodeFile(ImageFiles.PathOf("pattern.png")), _decoder.DecodeFile(ImageFiles.PathOf(file)), 2 * 257);

    [Theory]
    [InlineData("bilevel.png")]
    [InlineData("bilevel.tif")]
    public void Black_and_white_files_have_two_levels(string file) =>
        Assert.Equal([0, 65535], _decoder.DecodeFile(ImageFiles.PathOf(file)).Pixels.ToArray().Distinct().Order().Select(v => (int)v));

    [Fact]
    public void A_file_that_does_not_exist_is_refused_without_its_folders()
    {
        var error = Assert.Throws<InvalidRadiographException>(() => _decoder.DecodeFile("/nowhere/patient-name/chest.png"));

        Assert.Equal("chest.png: the file cannot be read", error.Message);
    }

    [Fact]
    public void Decoding_side_by_side_gives_the_same_pixels()
    {
        var bytes = ImageFiles.Bytes("progressive.jpg");
        var expected = _decoder.Decode(bytes, "one").Pixels.ToArray();

        Parallel.For(0, 200, _ => Assert.Equal(expected, _decoder.Decode(bytes, "many").Pixels.ToArray()));
    }

    private static void AssertSame(Radiograph expected, Radiograph actual, int tolerance)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        Assert.All(
            expected.Pixels.ToArray().Zip(actual.Pixels.ToArray()),
            pair => Assert.InRange(pair.Second - pair.First, -tolerance, tolerance));
    }
}
