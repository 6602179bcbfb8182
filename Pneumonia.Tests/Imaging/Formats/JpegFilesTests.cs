using NetVips;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Imaging.Formats;

public sealed class JpegFilesTests
{
    private readonly RadiographDecoder _decoder = new();

    [Theory]
    [InlineData("orientation-1.jpg")]
    [InlineData("colour.jpg")]
    [InlineData("tinted.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("progressive.jpg")]
    public void A_file_whose_very_last_pixels_are_missing_is_refused(string file)
    {
        var bytes = ImageFiles.Bytes(file);

        var error = Assert.Throws<InvalidRadiographException>(
            () => _decoder.Decode([.. bytes.AsSpan(0, bytes.Length - 8), 0xFF, 0xD9], file));

        Assert.Equal($"{file}: the image is damaged or cut short", error.Message);
    }

    [Theory]
    [InlineData("orientation-1.jpg")]
    [InlineData("orientation-6.jpg")]
    [InlineData("colour.jpg")]
    [InlineData("tinted.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("progressive.jpg")]
    public void A_file_that_lacks_only_its_end_mark_is_read_with_a_note_and_one_that_lacks_more_is_not(string file)
    {
        var bytes = ImageFiles.Bytes(file);
        var whole = _decoder.Decode(bytes, file);

        foreach (var filling in new byte[][] { [], [0], [0, 0, 0, 0, 0, 0], [0xFF], [0xFF, 0xFF, 0xFF] })
        {
            var unmarked = _decoder.Decode([.. bytes.AsSpan(0, bytes.Length - 2), .. filling], file);

            Assert.True(unmarked.IsEndMissing && !whole.IsEndMissing);
            Assert.Equal(whole.Pixels.ToArray(), unmarked.Pixels.ToArray());

            for (var cut = 3; cut < bytes.Length; cut += cut < 40 ? 1 : 17)
            {
                var error = Assert.Throws<InvalidRadiographException>(() => _decoder.Decode([.. bytes.AsSpan(0, bytes.Length - cut), .. filling], file));
                Assert.DoesNotContain("end mark", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_file_that_lacks_a_whole_scan_and_its_end_mark_is_refused()
    {
        // Brightness alone, where the frame says that colours follow.
        var bytes = ImageFiles.Bytes("progressive.jpg");
        var lastScan = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);

        Assert.Throws<InvalidRadiographException>(() => _decoder.Decode(bytes.AsSpan(0, lastScan), "chest.jpg"));
    }

    [Theory]
    [InlineData(Enums.ForeignSubsample.On, false)]
    [InlineData(Enums.ForeignSubsample.Off, false)]
    [InlineData(Enums.ForeignSubsample.On, true)]
    [InlineData(Enums.ForeignSubsample.Off, true)]
    public void No_missing_pixel_goes_unnoticed_at_any_height_or_sampling(Enums.ForeignSubsample sampling, bool isProgressive)
    {
        for (var height = 32; height <= 66; height++)
        {
            byte[] pixels = [.. SampleImages.Grey8(44, height).SelectMany((level, i) => new[] { level, (byte)(255 - level), (byte)(i % 251) })];
            using var image = Image.NewFromMemory(pixels, 44, height, 3, Enums.BandFormat.Uchar);
            using var colour = image.Copy(interpretation: Enums.Interpretation.Srgb);
            var bytes = colour.JpegsaveBuffer(q: 80, subsampleMode: sampling, interlace: isProgressive);

            Assert.True(_decoder.Decode(bytes.AsSpan(0, bytes.Length - 2), "unmarked.jpg").IsEndMissing);
            for (var cut = 3; cut < 20; cut++)
            {
                Assert.Throws<InvalidRadiographException>(() => _decoder.Decode(bytes.AsSpan(0, bytes.Length - cut), "cut.jpg"));
                Assert.Throws<InvalidRadiographException>(() => _decoder.Decode([.. bytes.AsSpan(0, bytes.Length - cut), 0, 0, 0, 0], "cut.jpg"));
            }
        }
    }

    [Fact]
    public void A_file_that_lacks_the_scans_of_its_colours_and_its_end_mark_is_refused()
    {
        // The frame is told that there are two more components.
        var grey = ImageEncoder.GreyJpeg(48, 40, SampleImages.Grey8(48, 40), quality: 95);
        var frame = grey.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        byte[] colour =
        [
            .. grey[..(frame + 2)], 0, 17, .. grey[(frame + 4)..(frame + 9)], 3, .. grey[(frame + 10)..(frame + 13)], 200, 0x11, 0, 201, 0x11, 0,
            .. grey[(frame + 13)..^2],
        ];

        var error = Assert.Throws<InvalidRadiographException>(() => _decoder.Decode(colour, "colour.jpg"));

        Assert.Equal("colour.jpg: the file is cut short", error.Message);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(40)]
    [InlineData(47)]
    [InlineData(65)]
    public void A_whole_file_is_read_at_any_height(int height)
    {
        var pixels = SampleImages.Grey8(48, height);

        var image = _decoder.Decode(ImageEncoder.GreyJpeg(48, height, pixels, quality: 95), "grey.jpg");

        Assert.Equal((48, height), (image.Width, image.Height));
        Assert.All(image.Pixels.ToArray().Zip(pixels), pair => Assert.InRange((pair.First / 257) - pair.Second, -6, 6));
    }

    [Theory]
    [InlineData(0xE1, "Exif\0\0II*\0\u00FF\u00FF\u00FF\u007F")]
    [InlineData(0xE2, "ICC_PROFILE\0\u0001\u0001no profile")]
    [InlineData(0xFE, "a comment")]
    public void Broken_metadata_does_not_decide_whether_a_file_is_read(int marker, string content)
    {
        var bytes = ImageFiles.Bytes("orientation-1.jpg");
        byte[] segment = [0xFF, (byte)marker, 0, (byte)(content.Length + 2), .. content.Select(c => (byte)c)];

        var image = _decoder.Decode([.. bytes.AsSpan(0, 2), .. segment, .. bytes.AsSpan(2)], "chest.jpg");

        Assert.Equal(_decoder.Decode(bytes, "chest.jpg").Pixels.ToArray(), image.Pixels.ToArray());
    }

    [Fact]
    public void Cmyk_is_ink_unless_adobe_says_that_it_is_light()
    {
        var bytes = ImageFiles.Bytes("cmyk.jpg");
        var adobe = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xEE]);
        byte[] plain = [.. bytes.AsSpan(0, adobe), .. bytes.AsSpan(adobe + 2 + 14)];

        var (light, ink) = (_decoder.Decode(bytes, "light.jpg"), _decoder.Decode(plain, "ink.jpg"));

        // All light of black ink, as the grey pattern is stored, is no light at all when it is taken for ink of all four.
        Assert.True(light.Pixels.Span[^1] > 60_000);
        Assert.Equal(0, ink.Pixels.Span[^1]);
    }
}
