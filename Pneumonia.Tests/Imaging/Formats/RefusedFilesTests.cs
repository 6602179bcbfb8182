using System.Buffers.Binary;
using System.Text;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

public sealed class RefusedFilesTests
{
    public static TheoryData<string> Readable =>
    [
        "orientation-1.jpg", "progressive.jpg", "cmyk.jpg", "pattern.png", "grey16.png", "grey.bmp", "colour.bmp", "lossless.webp",
        "lossy.webp", "raw.tif", "tiff_lzw.tif", "tiff_adobe_deflate.tif", "packbits.tif", "grey16.tif",
    ];

    [Theory]
    [InlineData("animated.png", "animation")]
    [InlineData("animated.webp", "animation")]
    [InlineData("animated.gif", "GIF")]
    [InlineData("pages.tif", "several pages")]
    [InlineData("float.tif", "32 bits")]
    [InlineData("jpeg.tif", "only uncompressed or with LZW")]
    [InlineData("generate.py", "it is not a JPEG")]
    public void A_file_of_another_kind_is_refused_with_its_name_and_the_reason(string file, string reason) =>
        AssertRefused(ImageFiles.Bytes(file), file, reason);

    [Fact]
    public void No_image_at_all_is_refused()
    {
        AssertRefused([], "empty.png", "empty");
        AssertRefused(Encoding.UTF8.GetBytes("%PDF-1.7"), "report.pdf", "PDF");
        AssertRefused([.. new byte[128], .. Encoding.UTF8.GetBytes("DICM")], "scan.dcm", "DICOM");
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_file_that_is_cut_short_anywhere_is_refused(string file)
    {
        var bytes = ImageFiles.Bytes(file);

        foreach (var tenths in Enumerable.Range(1, 9))
        {
            AssertRefused(bytes.AsSpan(0, bytes.Length * tenths / 10).ToArray(), file, "");
        }
    }

    [Fact]
    public void A_jpeg_with_an_end_but_without_all_its_pixels_is_refused()
    {
        var bytes = ImageFiles.Bytes("orientation-1.jpg");

        AssertRefused([.. bytes.AsSpan(0, bytes.Length - 150), 0xFF, 0xD9], "chest.jpg", "damaged or cut short");
    }

    [Fact]
    public void A_progressive_jpeg_without_its_last_scan_is_refused()
    {
        var bytes = ImageFiles.Bytes("progressive.jpg");
        var lastScan = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);

        AssertRefused([.. bytes.AsSpan(0, lastScan), 0xFF, 0xD9], "chest.jpg", "scans are missing");
    }

    [Theory]
    [InlineData("tiff_lzw.tif", 40)]
    [InlineData("tiff_adobe_deflate.tif", 40)]
    [InlineData("packbits.tif", 1660)]
    public void A_tiff_whose_compressed_data_is_broken_is_refused(string file, int at)
    {
        var bytes = ImageFiles.Bytes(file);
        bytes.AsSpan(at, 300).Fill(0x80);

        AssertRefused(bytes, file, "pixels are missing");
    }

    [Fact]
    public void A_png_with_a_wrong_checksum_is_refused()
    {
        var bytes = ImageFiles.Bytes("pattern.png");
        bytes[60] ^= 1;

        AssertRefused(bytes, "pattern.png", "damaged or cut short");
    }

    [Theory]
    [InlineData(31, 100)]
    [InlineData(100, 31)]
    [InlineData(1, 1)]
    public void An_image_too_small_for_an_x_ray_is_refused(int width, int height) =>
        AssertRefused(ImageEncoder.GreyPng(width, height, new byte[width * height]), "dot.png", $"{width}x{height} pixels are too few");

    [Fact]
    public void A_header_that_claims_too_many_pixels_is_refused_before_they_are_decoded()
    {
        var bytes = ImageFiles.Bytes("grey.bmp");
        var jpeg = ImageFiles.Bytes("orientation-1.jpg");
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), 65500);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), 65500);
        var before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(jpeg, "bomb.jpg", "65500x65500 pixels are more than 64 megapixels");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        AssertRefused(bytes, "large.bmp", "larger than", new DecoderLimits { MaxBytes = bytes.Length - 1 });
    }

    [Fact]
    public void Extreme_aspect_ratios_are_read_within_the_limits()
    {
        var image = new RadiographDecoder().Decode(ImageEncoder.GreyPng(20_000, 32, new byte[20_000 * 32]), "strip.png");

        Assert.Equal(224 * 224, new Preprocessing().Apply(image).Length);
        Assert.Equal((100, 1), (image.ToGrey8(100).Width, image.ToGrey8(100).Height));
    }

    private static void AssertRefused(byte[] bytes, string name, string reason, DecoderLimits? limits = null)
    {
        var error = Assert.Throws<InvalidRadiographException>(() => new RadiographDecoder(limits).Decode(bytes, name));
        Assert.StartsWith($"{name}: ", error.Message);
        Assert.Contains(reason, error.Message);
    }
}
