using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Tests.Saliency.Quality;

public sealed class PixelMapTests
{
    private static readonly PixelMap s_map = new(3, 2, [1, 0, 0, 0, 0, 3]);

    [Fact]
    public void Energy_is_the_share_inside_and_pointing_asks_for_the_strongest_pixel()
    {
        var corner = new PixelBox(0, 0, 1, 1);

        Assert.Equal(0.25, s_map.ShareIn([corner]));
        Assert.False(s_map.PointsInto([corner]));
        Assert.True(s_map.PointsInto([corner, new PixelBox(2, 1, 1, 1)]));
        Assert.Equal(1, s_map.ShareIn([new PixelBox(0, 0, 3, 2), corner]));
    }

    [Fact]
    public void An_empty_map_points_nowhere()
    {
        var empty = new PixelMap(3, 2, new float[6]);

        Assert.False(empty.PointsInto([new PixelBox(0, 0, 3, 2)]));
        Assert.Equal(0, empty.ShareIn([new PixelBox(0, 0, 3, 2)]));
    }

    [Fact]
    public void A_map_rolls_round_and_back()
    {
        Assert.Equal([0, 0, 1, 3, 0, 0], s_map.Mirror().Values);
        Assert.Equal([3, 0, 0, 0, 1, 0], s_map.Roll(1, 1).Values);
        Assert.Equal(s_map.Values, s_map.Roll(2, 1).Roll(-2, -1).Values);
    }

    [Fact]
    public void A_box_scales_with_its_image() =>
        Assert.Equal(new PixelBox(5, 10, 20, 30), new PixelBox(10, 10, 40, 30).Scale((200, 100), (100, 100)));
}
