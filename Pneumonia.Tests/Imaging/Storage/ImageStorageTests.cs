using NetVips;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Imaging.Storage;
using Pneumonia.Tests.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Storage;

public sealed class ImageStorageTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(75)]
    [InlineData(92)]
    public void The_quality_of_a_jpeg_is_told_by_its_tables(int quality) =>
        Assert.Equal(("grey", $"baseline, quality {quality}"), Of(ImageEncoder.GreyJpeg(64, 48, SampleImages.Grey8(64, 48), quality)));

    [Fact]
    public void Progressive_jpegs_tables_of_other_programs_and_colour_are_told()
    {
        using var image = Image.NewFromMemory(SampleImages.Grey8(64, 48), 64, 48, 1, Enums.BandFormat.Uchar);
        using var colour = image.Bandjoin(image, image).Copy(interpretation: Enums.Interpretation.Srgb);

        Assert.Equal(("grey", "progressive, quality 80"), Of(image.Copy(interpretation: Enums.Interpretation.Bw).JpegsaveBuffer(q: 80, interlace: true)));
        Assert.Equal(("colour", "baseline, quality 80, 4:2:0"), Of(colour.JpegsaveBuffer(q: 80)));
        Assert.Matches("baseline, tables [0-9a-f]{8}", Of(image.Copy(interpretation: Enums.Interpretation.Bw).JpegsaveBuffer(q: 80, quantTable: 3)).Compression);
    }

    [Fact]
    public void Modes_of_png_and_tiff_are_told()
    {
        using var image = Image.NewFromMemory(SampleImages.Grey8(64, 48), 64, 48, 1, Enums.BandFormat.Uchar);
        using var colour = image.Bandjoin(image, image).Copy(interpretation: Enums.Interpretation.Srgb);

        Assert.Equal(("grey", "deflate"), Of(ImageEncoder.GreyPng(64, 48, SampleImages.Grey8(64, 48))));
        Assert.Equal(("colour with alpha", "deflate"), Of(ImageEncoder.RgbaPng(64, 48, new byte[4 * 64 * 48])));
        Assert.Equal(("palette", "deflate, interlaced"), Of(colour.PngsaveBuffer(palette: true, interlace: true)));
        Assert.Equal(("grey, 0 is white", "none"), Of(StoredPictures.Tiff(StoredPictures.Picture(16), photometric: 0)));
    }

    [Fact]
    public void Bytes_are_counted_by_the_pixel_and_what_is_no_image_is_unknown()
    {
        var png = ImageEncoder.GreyPng(64, 48, SampleImages.Grey8(64, 48));

        Assert.Equal(png.Length / (64.0 * 48), ImageStorage.Of(png).BytesPerPixel, 1e-9);
        Assert.Equal("unknown", ImageStorage.Of("no image"u8).Mode);
    }

    private static (string Mode, string Compression) Of(byte[] file)
    {
        var storage = ImageStorage.Of(file);
        return (storage.Mode, storage.Compression);
    }
}
