using Pneumonia.Core.Imaging;
using Pneumonia.Core.Reports;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Model.Studies.Subgroups;

namespace Pneumonia.Tests.Reports;

public sealed class ImageLookTests
{
    [Fact]
    public void A_flat_image_has_its_grey_level_and_no_sharpness() =>
        Assert.Equal((0.4, 0), Rounded(ImageLook.Of(Picture((_, _) => 0.4, 300, 200))));

    // The second difference of sin(kx) is (2 cos k - 2) sin(kx), whose deviation is (2 - 2 cos k) / sqrt 2.
    [Fact]
    public void Sharpness_is_the_deviation_of_the_second_differences()
    {
        var k = 2 * Math.PI / 37;

        var look = ImageLook.Of(Picture((x, _) => 0.5 + 0.2 * Math.Sin(k * x), 224, 224));

        Assert.Equal(0.2 * (2 - 2 * Math.Cos(k)) / Math.Sqrt(2), look.Sharpness, 1e-4);
        Assert.Equal(0.2 / Math.Sqrt(2), look.Contrast, 0.002);
    }

    [Fact]
    public void Brighter_and_sharper_images_have_greater_figures()
    {
        var plain = Picture((x, y) => 0.4 + 0.2 * Math.Sin(x / 9.0) * Math.Cos(y / 7.0) + 0.05 * Math.Sin(x * 1.3), 448, 448);
        ImageLook Look(string shift) => ImageLook.Of(ImageShifts.All(0).Single(each => each.Name == shift).Apply(plain));

        Assert.True(Look("darker").Brightness < Look("plain").Brightness && Look("plain").Brightness < Look("brighter").Brightness);
        Assert.True(Look("blurred").Sharpness < Look("plain").Sharpness && Look("plain").Sharpness < Look("sharpened").Sharpness);
    }

    [Fact]
    public void Looks_are_halved_at_the_median()
    {
        var kinds = SubgroupKind.OfLooks([new(0.3, 0.02, 0.2), new(0.5, 0.01, 0.2), new(0.4, 0.03, 0.2)]);

        Assert.Equal(["up to 0.40", "more than 0.40", "up to 0.40"], kinds[0].GroupOf);
        Assert.Equal(["up to 0.020", "up to 0.020", "more than 0.020"], kinds[1].GroupOf);
    }

    private static (double, double) Rounded(ImageLook look) => (Math.Round(look.Brightness, 4), Math.Round(look.Sharpness, 4));

    private static Radiograph Picture(Func<int, int, double> grey, int width, int height) => new(
        "picture", width, height,
        Enumerable.Range(0, width * height).Select(i => (ushort)Math.Round(grey(i % width, i / width) * 65535)).ToArray(), 8, RadiographFormat.Png);
}
