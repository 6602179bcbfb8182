using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Tests.Studies.Shifts;

public class ImageShiftsTests
{
    private const int Seed = 5;

    /// <summary>Every name, for theories.</summary>
    public static TheoryData<string> Names => [.. ImageShifts.All(Seed).Select(shift => shift.Name)];

    [Fact]
    public void The_unchanged_image_comes_first_and_no_name_twice()
    {
        var picture = Picture();

        Assert.Equal("plain", ImageShifts.All(Seed)[0].Name);
        Assert.Same(picture, ImageShifts.All(Seed)[0].Apply(picture));
        Assert.Equal(11, ImageShifts.All(Seed).Select(shift => shift.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shift_gives_the_same_result_again_and_leaves_its_input_alone(string name)
    {
        var picture = Picture();

        var first = Apply(name, picture);

        Assert.Equal(first.Pixels.ToArray(), Apply(name, Picture()).Pixels.ToArray());
        Assert.Equal(Picture().Pixels.ToArray(), picture.Pixels.ToArray());
        Assert.Equal(picture.Name, first.Name);
        Assert.All(new ImagePreparation(new Preprocessing()).Whole(first), grey => Assert.InRange(grey, 0, 1));
        Assert.Equal(name == "plain", first.Pixels.Span.SequenceEqual(picture.Pixels.Span));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Black_and_white_images_and_images_of_any_shape_can_be_shifted(string name)
    {
        foreach (var (width, height, level) in new[] { (32, 32, 0), (32, 400, 65535), (901, 33, 30000) })
        {
            var pixels = new ushort[width * height];
            Array.Fill(pixels, (ushort)level);

            var shifted = Apply(name, new Radiograph("flat", width, height, pixels, 8, RadiographFormat.Png));

            Assert.Equal(224 * 224, new ImagePreparation(new Preprocessing()).Apply(shifted).Length);
        }
    }

    [Fact]
    public void Brighter_is_brighter_and_darker_is_darker_in_every_pixel_but_black_and_white()
    {
        var (plain, brighter, darker) = (Picture().Pixels.ToArray(), Apply("brighter").Pixels.ToArray(), Apply("darker").Pixels.ToArray());

        Assert.All(Enumerable.Range(0, plain.Length).Where(i => plain[i] is > 100 and < 65000), i =>
        {
            Assert.True(brighter[i] > plain[i]);
            Assert.True(darker[i] < plain[i]);
        });
        Assert.Equal([0, 65535], new[] { Apply("brighter", Flat(0)).Pixels.Span[0], Apply("darker", Flat(65535)).Pixels.Span[0] });
    }

    [Fact]
    public void Contrast_is_less_or_more_about_mid_grey()
    {
        Assert.InRange(Deviation(Apply("low contrast")) / Deviation(Picture()), 0.59, 0.61);
        Assert.InRange(Deviation(Apply("high contrast")) / Deviation(Picture()), 1.2, 1.5);
        Assert.InRange(Apply("low contrast", Flat(32768)).Pixels.Span[0], 32767, 32769);
        Assert.Equal(65535, Apply("high contrast", Flat(64000)).Pixels.Span[0]);
    }

    [Theory]
    [InlineData(224)]
    [InlineData(1120)]
    public void Blurring_takes_edges_away_and_sharpening_adds_to_them_even_after_the_reduction_to_the_networks_size(int side)
    {
        var picture = Picture(side);

        Assert.InRange(Edges(Apply("blurred", picture)) / Edges(picture), 0.2, 0.85);
        Assert.InRange(Edges(Apply("sharpened", picture)) / Edges(picture), 1.1, 3);
    }

    [Theory]
    [InlineData(224, 0.045)]
    [InlineData(1120, 0.025)]
    public void Noise_is_seen_at_the_networks_size_and_has_no_mean(int side, double least)
    {
        var difference = Difference("noisy", Picture(side));

        Assert.InRange(difference.Average(), -0.002, 0.002);
        Assert.InRange(Math.Sqrt(difference.Average(value => value * value)), least, 0.055);
    }

    [Fact]
    public void Noise_differs_with_the_seed_and_from_image_to_image()
    {
        var other = ImageShifts.All(Seed + 1).Single(shift => shift.Name == "noisy").Apply(Picture());
        var (first, second) = (Difference("noisy", Flat(30000)), Difference("noisy", Flat(30001)));

        Assert.NotEqual(Apply("noisy").Pixels.ToArray(), other.Pixels.ToArray());
        Assert.InRange(first.Zip(second, (a, b) => a * b).Average(), -0.0005, 0.0005);
    }

    [Fact]
    public void Cropping_leaves_the_inner_pixels_as_they_are()
    {
        var (picture, cropped) = (Picture(200), Apply("cropped", Picture(200)));

        Assert.Equal((168, 168), (cropped.Width, cropped.Height));
        AssertInside(cropped, picture, 16);
    }

    [Fact]
    public void A_border_is_black_and_leaves_the_picture_inside_it_as_it_is()
    {
        var (picture, bordered) = (Picture(200), Apply("bordered", Picture(200)));

        Assert.Equal((232, 232), (bordered.Width, bordered.Height));
        AssertInside(picture, bordered, 16);
        Assert.All(Enumerable.Range(0, 232 * 232).Where(i => i / 232 is < 16 or >= 216 || i % 232 is < 16 or >= 216), i =>
            Assert.Equal(0, bordered.Pixels.Span[i]));
    }

    [Theory]
    [InlineData(224)]
    [InlineData(1120)]
    public void Compression_leaves_the_picture_recognisable_and_not_the_same(int side)
    {
        var difference = Math.Sqrt(Difference("compressed", Picture(side)).Average(value => value * value));

        Assert.InRange(difference, 0.003, 0.06);
        Assert.Equal(RadiographFormat.Jpeg, Apply("compressed", Picture(side)).Format);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_large_original_and_its_small_copy_are_changed_alike(string name)
    {
        var large = new ImagePreparation(new Preprocessing()).Whole(Apply(name, Picture(1120)));
        var small = new ImagePreparation(new Preprocessing()).Whole(Apply(name, Picture(224)));

        Assert.InRange(large.Zip(small, (a, b) => Math.Abs(a - b)).Average(), 0, name == "noisy" ? 0.08 : 0.02);
    }

    private static Radiograph Apply(string name, Radiograph? picture = null) =>
        ImageShifts.All(Seed).Single(shift => shift.Name == name).Apply(picture ?? Picture());

    // Broad waves and fine stripes, from black to white, the same picture at every size.
    private static Radiograph Picture(int side = 224)
    {
        var pixels = new ushort[side * side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = ((i % side + 0.5) / side, (i / side + 0.5) / side);
            var grey = 0.5 + 0.4 * Math.Sin(7 * x) * Math.Cos(5 * y) + 0.1 * Math.Sin(2 * Math.PI * 45 * x);
            pixels[i] = (ushort)Math.Round(grey * 65535);
        }

        return new Radiograph("picture", side, side, pixels, 8, RadiographFormat.Png);
    }

    private static Radiograph Flat(ushort level)
    {
        var pixels = new ushort[224 * 224];
        Array.Fill(pixels, level);
        return new Radiograph("flat", 224, 224, pixels, 8, RadiographFormat.Png);
    }

    private static double[] Difference(string name, Radiograph picture)
    {
        var (before, after) = (new ImagePreparation(new Preprocessing()).Whole(picture), new ImagePreparation(new Preprocessing()).Whole(Apply(name, picture)));
        return [.. after.Zip(before, (a, b) => (double)a - b)];
    }

    private static double Deviation(Radiograph picture)
    {
        var mean = picture.Pixels.ToArray().Average(level => level);
        return Math.Sqrt(picture.Pixels.ToArray().Average(level => (level - mean) * (level - mean)));
    }

    private static double Edges(Radiograph picture)
    {
        var grey = new ImagePreparation(new Preprocessing()).Whole(picture);
        return Enumerable.Range(1, grey.Length - 1).Where(i => i % 224 != 0).Sum(i => Math.Abs(grey[i] - grey[i - 1]));
    }

    private static void AssertInside(Radiograph inner, Radiograph outer, int margin)
    {
        for (var y = 0; y < inner.Height; y++)
        {
            Assert.True(outer.Pixels.Span.Slice((y + margin) * outer.Width + margin, inner.Width)
                .SequenceEqual(inner.Pixels.Span.Slice(y * inner.Width, inner.Width)));
        }
    }
}
