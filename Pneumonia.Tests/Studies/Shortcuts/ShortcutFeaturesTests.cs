using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Tests.Studies.Shortcuts;

public sealed class ShortcutFeaturesTests
{
    private const int Side = 64;

    private static readonly byte[] s_image = Make((x, y) => (byte)(3 * x + y / 2));

    [Fact]
    public void Shares_of_the_grey_levels_come_first_and_sum_to_1()
    {
        var shares = ShortcutFeatures.Of(Make((x, _) => (byte)(x < 16 ? 0 : 255)), Side, Side)[..16];

        Assert.Equal(0.25f, shares[0], 1e-3f);
        Assert.Equal(0.75f, shares[15], 1e-3f);
        Assert.Equal(1, shares.Sum(), 1e-3f);
    }

    [Fact]
    public void The_middle_tells_nothing_but_its_grey_levels_and_sharpness()
    {
        var moved = Make((x, y) => x is >= 16 and < 48 && y is >= 16 and < 48 ? s_image[(63 - y) * Side + 63 - x] : s_image[y * Side + x]);

        var (plain, turned) = (ShortcutFeatures.Of(s_image, Side, Side), ShortcutFeatures.Of(moved, Side, Side));

        Assert.Equal(plain[16..44], turned[16..44]);
        Assert.All(plain[..16].Zip(turned[..16]), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void A_brighter_border_is_told()
    {
        var plain = ShortcutFeatures.Of(s_image, Side, Side)[16..44];
        var brighter = ShortcutFeatures.Of(Make((x, y) => y < 8 ? (byte)255 : s_image[y * Side + x]), Side, Side)[16..44];

        Assert.Equal(8, plain.Zip(brighter).Count(pair => pair.First != pair.Second));
        Assert.All(brighter[..8], grey => Assert.Equal(1, grey, 1e-6f));
    }

    [Fact]
    public void Fine_stripes_are_rough_at_the_finest_scale_only()
    {
        var roughness = ShortcutFeatures.Of(Make((x, _) => (byte)(x % 2 == 0 ? 100 : 151)), Side, Side)[44..];

        Assert.Equal(10, roughness.Length);
        Assert.Equal(Math.Log(0.2 * 0.2 + 1e-8), roughness[1], 1e-3);
        Assert.All(roughness.Where((_, index) => index != 1), value => Assert.Equal(Math.Log(1e-8), value, 1e-2));
    }

    private static byte[] Make(Func<int, int, byte> grey) => [.. Enumerable.Range(0, Side * Side).Select(i => grey(i % Side, i / Side))];
}
