using Pneumonia.Core.Lungs;

namespace Pneumonia.Tests.Lungs;

public sealed class LungZoneTests
{
    // The patient's right lung lies to the left on the image.
    [Theory]
    [InlineData(38, 30, LungSide.Right, LungLevel.Upper)]
    [InlineData(38, 64, LungSide.Right, LungLevel.Mid)]
    [InlineData(90, 98, LungSide.Left, LungLevel.Lower)]
    public void The_third_with_most_of_the_map_is_named_by_the_patients_side(int x, int y, LungSide side, LungLevel level) =>
        Assert.Equal(new LungZone(side, level, 1), LungZone.Of(Chest.Field(), Spot(x, y)));

    [Fact]
    public void A_map_beside_the_lungs_has_no_zone() => Assert.Null(LungZone.Of(Chest.Field(), Spot(5, 5)));

    [Fact]
    public void A_map_that_is_everywhere_has_no_zone() => Assert.Null(LungZone.Of(Chest.Field(), [.. Enumerable.Repeat(1f, 128 * 128)]));

    [Fact]
    public void An_empty_map_has_no_zone() => Assert.Null(LungZone.Of(Chest.Field(), new float[128 * 128]));

    private static float[] Spot(int x, int y)
    {
        var map = new float[128 * 128];
        map[y * 128 + x] = 1;
        return map;
    }
}
