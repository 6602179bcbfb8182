using Pneumonia.Model.Studies.Shortcuts;
using Pneumonia.Tests.Lungs;

namespace Pneumonia.Tests.Studies.Shortcuts;

public sealed class OutsideFeaturesTests
{
    private const int Side = 224;

    [Fact]
    public void What_lies_in_the_lungs_or_between_them_changes_nothing()
    {
        var grey = Grey();
        var before = OutsideFeatures.Of(grey, Side, Chest.Field());

        for (var y = 60; y < 160; y++)
        {
            grey.AsSpan(y * Side + 60, 100).Fill(1);
        }

        Assert.Equal(before, OutsideFeatures.Of(grey, Side, Chest.Field()));
    }

    [Fact]
    public void A_marker_in_the_corner_changes_levels_edges_and_cells()
    {
        var grey = Grey();
        var before = OutsideFeatures.Of(grey, Side, Chest.Field());

        for (var y = 0; y < 20; y++)
        {
            grey.AsSpan(y * Side, 20).Fill(1);
        }

        var after = OutsideFeatures.Of(grey, Side, Chest.Field());
        Assert.Equal(172, after.Length);
        Assert.All(new[] { 0..16, 16..48, 48..164, 168..171 }, part => Assert.NotEqual(before[part], after[part]));
        Assert.Equal(before[164..168], after[164..168]);
    }

    private static float[] Grey()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, Side * Side).Select(_ => 0.3f + (random.NextSingle() / 10))];
    }
}
