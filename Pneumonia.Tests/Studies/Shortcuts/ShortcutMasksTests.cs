using Pneumonia.Core.Imaging;
using Pneumonia.Model.Studies.Shortcuts;

namespace Pneumonia.Tests.Studies.Shortcuts;

public sealed class ShortcutMasksTests
{
    private const int Side = 200;
    private const ushort Cover = 32768;

    [Fact]
    public void Corners_and_borders_are_covered_with_the_given_grey_and_the_rest_is_left()
    {
        var (corners, borders) = (Apply("corners covered"), Apply("borders covered"));

        Assert.Equal(Cover, corners[(3 * Side) + 190]);
        Assert.Equal(Original(100, 3), corners[(3 * Side) + 100]);
        Assert.Equal(4 * 36 * 36, corners.Count(level => level == Cover));
        Assert.Equal(Cover, borders[(3 * Side) + 100]);
        Assert.Equal(Original(100, 100), borders[(100 * Side) + 100]);
        Assert.Equal((Side * Side) - (168 * 168), borders.Count(level => level == Cover));
    }

    [Fact]
    public void The_middle_of_an_image_is_covered_with_the_lungs() => Assert.Equal(Cover, Apply(ShortcutMasks.Lungs)[(100 * Side) + 100]);

    private static ushort Original(int x, int y) => (ushort)(1 + (100 * x) + (7 * y));

    private static ushort[] Apply(string name)
    {
        var pixels = new ushort[Side * Side];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = Original(i % Side, i / Side);
        }

        var radiograph = new Radiograph("ramp", Side, Side, pixels, 8, RadiographFormat.Png);
        return ShortcutMasks.All(0.5).Single(mask => mask.Name == name).Apply(radiograph).Pixels.ToArray();
    }
}
