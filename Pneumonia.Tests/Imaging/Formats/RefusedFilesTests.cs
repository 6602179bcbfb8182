using System.Buffers.Binary;
using System.Text;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;

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
    [InlineData("animated.gif", "it is a GIF")]
    [InlineData("pages.tif", "several pages")]
    [InlineData("float.tif", "32 bits")]
    [InlineData("jpeg.tif", "only uncompressed or with LZW")]
    [InlineData("generate.py", "it is text, not an image")]
    public void A_file_of_another_kind_is_refused_with_its_name_and_the_reason(string file, string reason) =>
        AssertRefused(ImageFiles.Bytes(file), file, reason);

    [Theory]
    [InlineData(0, "", "the file is empty")]
    [InlineData(0, "\0\0\0\0", "nothing but zeros")]
    [InlineData(0, "%PDF-1.7", "it is a PDF")]
    [InlineData(344, "n+1\0", "it is a NIfTI")]
    [InlineData(0, "\0\0\0\u000CjP  \r\n", "it is a JPEG 2000")]
    [InlineData(0, "\u00FF\u004F\u00FF\u0051", "it is a JPEG 2000")]
    [InlineData(0, "\0\0\0\u000CJXL ", "it is a JPEG XL")]
    [InlineData(4, "ftypavif", "it is an AVIF")]
    [InlineData(4, "ftypheic", "it is a HEIC")]
    [InlineData(4, "ftypisom", "it is a video")]
    [InlineData(0, "PK\u0003\u0004", "it is a ZIP archive, which is not read; unpack it")]
    [InlineData(0, "\u001F\u008B\u0008", "it is a gzip archive")]
    [InlineData(257, "ustar", "it is a tar archive")]
    [InlineData(0, "\u0089PNG\n\u001A\n", "a PNG that a transfer as text has changed")]
    [InlineData(0, "version https://git-lfs.github.com/spec/v1\noid sha256:0", "git lfs pull")]
    [InlineData(0, "\r\n<!DOCTYPE HTML><html>404</html>", "it is an HTML page, not an image")]
    [InlineData(0, "<?xml version='1.0'?><svg/>", "it is an SVG drawing")]
    [InlineData(0, "<?xml version='1.0'?><report/>", "it is an XML file")]
    [InlineData(0, "normal, no \u00C3\u00A9panchement", "it is text")]
    [InlineData(0, "\u00FF\u00D8\u00FF\u00F7\0\u000B\u0008\0\u0020\0\u0020\u0001\u0001\u0011\0", "JPEG-LS is not read")]
    [InlineData(0, "\u0001\u0002\u0003\u0004", "its format is not known: it is not a JPEG, PNG, TIFF, BMP or WebP image")]
    public void What_is_no_image_that_is_read_is_called_by_its_format(int at, string content, string reason) =>
        AssertRefused([.. Enumerable.Repeat((byte)(at == 4 ? 0 : 1), at), .. Encoding.Latin1.GetBytes(content)], "file", reason);

    [Fact]
    public void A_dicom_file_whose_preamble_is_that_of_a_tiff_is_a_dicom_file() =>
        AssertRefused([.. "II*\0"u8, .. new byte[124], .. "DICM"u8, .. new byte[100]], "both.dcm", "the DICOM file lacks attribute");

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
    public void What_never_ends_is_read_no_further_than_the_limit()
    {
        if (!OperatingSystem.IsWindows())
        {
            var decoder = new RadiographDecoder(new DecoderLimits { MaxBytes = 1 << 20 });

            Assert.Equal("zero: the file is larger than 1 MB", Assert.Throws<InvalidRadiographException>(() => decoder.DecodeFile("/dev/zero")).Message);
        }
    }

    [Fact]
    public void Extreme_aspect_ratios_are_read_within_the_limits()
    {
        var image = new RadiographDecoder().Decode(ImageEncoder.GreyPng(20_000, 32, new byte[20_000 * 32]), "strip.png");

        Assert.Equal(224 * 224, new ImagePreparation(new Preprocessing()).Apply(image).Length);
        Assert.Equal((100, 1), (image.ToGrey8(100).Width, image.ToGrey8(100).Height));
    }

    private static void AssertRefused(byte[] bytes, string name, string reason, DecoderLimits? limits = null)
    {
        var error = Assert.Throws<InvalidRadiographException>(() => new RadiographDecoder(limits).Decode(bytes, name));
        Assert.StartsWith($"{name}: ", error.Message);
        Assert.Contains(reason, error.Message);
    }
}
