using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Bars;

namespace Pneumonia.Tests.Imaging.Bars;

public sealed class UniformBarsTests
{
    /// <summary>Bars of one to four sides, each in black, grey and white.</summary>
    public static TheoryData<int, int, int, int, byte> Cases
    {
        get
        {
            var cases = new TheoryData<int, int, int, int, byte>();
            foreach (var (left, top, right, bottom) in (IEnumerable<(int, int, int, int)>)
                [(0, 60, 0, 60), (100, 0, 100, 0), (80, 0, 0, 0), (0, 0, 0, 40), (64, 48, 80, 56), (200, 30, 200, 30)])
            {
                foreach (var level in (byte[])[0, 128, 255])
                {
                    cases.Add(left, top, right, bottom, level);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bars_are_cut_to_the_pixel_and_the_picture_is_what_is_left(int left, int top, int right, int bottom, byte level)
    {
        var (pixels, side) = BarredPictures.Phantom();
        var bars = new Margins(left, top, right, bottom);

        var image = BarredPictures.Decode(BarredPictures.Barred(pixels, side, bars, level));

        Assert.Equal(bars, image.Cropped);
        Assert.Equal((side, side), (image.Width, image.Height));
        Assert.Equal(pixels, image.Pixels.ToArray().Select(grey => (byte)(grey / 257)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void So_are_bars_with_text_in_them_and_the_noise_of_a_jpeg(int left, int top, int right, int bottom, byte level)
    {
        var (pixels, side) = BarredPictures.Phantom();
        var bars = new Margins(left, top, right, bottom);

        var image = BarredPictures.Decode(BarredPictures.Barred(pixels, side, bars, level, withStamp: true), jpegQuality: 80);

        // A JPEG's blocks do not end where the picture does.
        AssertNear(bars, image.Cropped, 3);
    }

    [Fact]
    public void A_picture_without_bars_stays_whole_and_so_does_one_that_was_cut()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var (pixels, side) = BarredPictures.Phantom(seed);

            Assert.Equal(Margins.None, BarredPictures.Decode((pixels, side, side)).Cropped);
        }
    }

    [Fact]
    public void Bars_within_bars_come_off_one_after_the_other()
    {
        var (pixels, side) = BarredPictures.Phantom();
        var inner = BarredPictures.Barred(pixels, side, new Margins(40, 0, 40, 0), 0);
        var outer = new byte[inner.Width * (inner.Height + 60)];
        Array.Fill(outer, (byte)255);
        inner.Pixels.CopyTo(outer, 30 * inner.Width);

        Assert.Equal(new Margins(40, 30, 40, 30), BarredPictures.Decode((outer, inner.Width, inner.Height + 60)).Cropped);
    }

    [Fact]
    public void A_body_that_fades_into_black_is_not_cut_where_it_shows()
    {
        // Black at the left, and a body whose edge runs from the top at the middle to the bottom left corner.
        const int side = 300;
        var pixels = new ushort[side * side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, side);
            pixels[i] = (ushort)(Math.Clamp((x - 150.0 + (y / 2.0)) / 40, 0, 1) * (30000 + (100 * x)));
        }

        Assert.True(UniformBars.Find(pixels, side, side).Left <= 10);
    }

    [Fact]
    public void A_noisy_background_is_no_bar()
    {
        var random = new Random(2);
        var (pixels, side) = BarredPictures.Phantom();
        var (barred, width, height) = BarredPictures.Barred(pixels, side, new Margins(60, 0, 60, 0), 20);
        byte[] noisy = [.. barred.Select(level => (byte)Math.Clamp(level + random.Next(-12, 13), 0, 255))];

        Assert.Equal(Margins.None, BarredPictures.Decode((noisy, width, height)).Cropped);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    public void An_image_of_one_grey_and_one_with_next_to_nothing_in_it_stay_whole(byte level)
    {
        var flat = new byte[200 * 200];
        Array.Fill(flat, level);
        Assert.Equal(Margins.None, BarredPictures.Decode((flat, 200, 200)).Cropped);

        var (pixels, side) = BarredPictures.Phantom(side: 64);
        Assert.Equal(Margins.None, BarredPictures.Decode(BarredPictures.Barred(pixels, side, new Margins(400, 400, 400, 400), level)).Cropped);
    }

    private static void AssertNear(Margins expected, Margins actual, int pixels)
    {
        (int, int)[] sides = [(expected.Left, actual.Left), (expected.Top, actual.Top), (expected.Right, actual.Right), (expected.Bottom, actual.Bottom)];
        Assert.All(sides, side => Assert.True(Math.Abs(side.Item1 - side.Item2) <= pixels, $"{expected} is found as {actual}"));
    }
}
