using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Tests.Lungs;

public sealed class ImagePreparationTests
{
    private static readonly Preprocessing s_lungs = new() { Width = 64, Height = 64, Lungs = new LungFraming { Side = 128, Outside = 0 } };
    private static readonly float[] s_near = Chest.Field().Weights(0.04);

    [Fact]
    public void Without_lungs_the_image_is_resized_and_normalised()
    {
        var preprocessing = new Preprocessing { Width = 16, Height = 16, Mean = 0.5f, Std = 0.25f };
        var image = Image((x, _) => x < 64 ? 0.25f : 0.75f);

        var input = new ImagePreparation(preprocessing).Apply(image);

        Assert.Equal(-1, input[0], 1e-3f);
        Assert.Equal(1, input[15], 1e-3f);
    }

    [Fact]
    public void What_lies_outside_of_the_lungs_cannot_change_the_networks_input()
    {
        var plain = Frame(Image((x, y) => Level(x, y, outside: 0.5f)));
        var marked = Frame(Image((x, y) => x < 10 && y < 20 ? 1 : Level(x, y, outside: 0.9f)));

        var worst = plain.Grey.Zip(marked.Grey, (one, other) => Math.Abs(one - other)).ToArray();
        Assert.True(worst[10 * 64 + 14] < 0.01, "in a lung");
        Assert.Equal(0, worst[0], 0.01f);
    }

    [Fact]
    public void A_share_of_the_contrast_outside_is_left_where_the_framing_says_so()
    {
        var half = s_lungs with { Lungs = s_lungs.Lungs! with { Outside = 0.5 } };
        var bright = Image((x, y) => Level(x, y, outside: 1));

        var (none, some) = (Frame(bright).Grey[0], Frame(bright, half).Grey[0]);

        Assert.Equal(0.5f, none, 0.01f);
        Assert.True(some > 0.6f, $"{some}");
    }

    [Fact]
    public void The_whole_image_stands_above_the_lungs_where_the_framing_says_so()
    {
        var image = Image((x, y) => Level(x, y, outside: 0.7f));
        var both = s_lungs with { Height = 128, Lungs = s_lungs.Lungs! with { WithWhole = true } };

        var framed = Frame(image, both);

        Assert.Equal(Frame(image).Grey, framed.Grey[(64 * 64)..]);
        Assert.All(
            new ImagePreparation(new Preprocessing { Width = 64, Height = 64 }).Whole(image).Zip(framed.Grey), pair => Assert.Equal(pair.First, pair.Second, 0.01f));
        Assert.Equal([RelativeBox.Whole, framed.Box], framed.Views);
    }

    [Fact]
    public void Exposure_is_undone_by_the_grey_levels_inside()
    {
        var one = Frame(Image((x, y) => Level(x, y, outside: 0.5f)));
        var dimmed = Frame(Image((x, y) => 0.1f + 0.5f * Level(x, y, outside: 0.5f)));

        Assert.All(one.Grey.Zip(dimmed.Grey), pair => Assert.Equal(pair.First, pair.Second, 0.02f));
    }

    [Fact]
    public void The_input_shows_the_box_around_the_lungs_with_its_margin()
    {
        var framed = Frame(Image((x, y) => Level(x, y, outside: 0.5f)));

        Assert.Equal(Chest.Field().Box.Widened(s_lungs.Lungs!.Margin), framed.Box);
    }

    [Fact]
    public void Without_a_pair_of_lungs_the_whole_image_is_shown()
    {
        var framed = new ImagePreparation(s_lungs, new Finder(LungField.Of(Chest.Probabilities(right: false)))).Frame(new float[128 * 128]);

        Assert.Equal(RelativeBox.Whole, framed.Box);
        Assert.False(framed.Lungs!.IsPlausible);
    }

    [Fact]
    public void Lungs_that_nobody_finds_are_refused_before_any_image() => Assert.Throws<ArgumentException>(() => new ImagePreparation(s_lungs));

    private static FramedImage Frame(Radiograph image, Preprocessing? preprocessing = null)
    {
        var preparation = new ImagePreparation(preprocessing ?? s_lungs, new Finder(Chest.Field()));
        return preparation.Frame(preparation.Whole(image));
    }

    // Stripes inside the lungs.
    private static float Level(int x, int y, float outside) =>
        s_near[y * 128 + x] > 0 ? 0.3f + 0.1f * (y / 8 % 3) : outside;

    private static Radiograph Image(Func<int, int, float> level) => new(
        "made", 128, 128, Enumerable.Range(0, 128 * 128).Select(i => (ushort)(65535 * level(i % 128, i / 128))).ToArray(), 16, RadiographFormat.Png);

    private sealed class Finder(LungField field) : ILungFinder
    {
        public LungField Find(ReadOnlySpan<float> grey, int width, int height) => field;
    }
}
