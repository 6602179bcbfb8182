using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Model.Lungs;

namespace Pneumonia.Tests.Lungs;

public sealed class LungMaskTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    public void Whatever_level_stands_for_lung_the_share_of_lung_is_told(byte level)
    {
        var mask = LungMask.Read(LeftHalf(64, 64, level), "mask", XRay(64, 64, Margins.None), 32);

        Assert.All(mask.Index(), pixel => Assert.Equal(pixel.Index % 32 < 16 ? 255 : 0, pixel.Item));
    }

    [Fact]
    public void A_mask_of_another_size_is_brought_to_the_networks()
    {
        var mask = LungMask.Read(LeftHalf(90, 60, 255), "mask", XRay(640, 480, Margins.None), 32);

        Assert.All(mask.Index(), pixel => Assert.Equal(pixel.Index % 32 < 16 ? 255 : 0, pixel.Item, tolerance: 24));
    }

    [Fact]
    public void What_was_cut_off_the_X_ray_is_cut_off_its_mask()
    {
        // A quarter on the left is gone: the lung takes a third of the rest.
        var mask = LungMask.Read(LeftHalf(64, 64, 255), "mask", XRay(96, 128, new Margins(32, 0, 0, 0)), 48);

        Assert.All(mask.Index(), pixel => Assert.Equal(pixel.Index % 48 < 16 ? 255 : 0, pixel.Item, tolerance: 1));
    }

    [Fact]
    public void A_mask_without_lung_is_none()
    {
        var error = Assert.Throws<InvalidRadiographException>(() =>
            LungMask.Read(ImageEncoder.GreyPng(64, 64, new byte[64 * 64]), "mask.png", XRay(64, 64, Margins.None), 32));

        Assert.Equal("mask.png: the mask shows no lung", error.Message);
    }

    private static byte[] LeftHalf(int width, int height, byte level) =>
        ImageEncoder.GreyPng(width, height, [.. Enumerable.Range(0, width * height).Select(i => i % width < width / 2 ? level : (byte)0)]);

    private static Radiograph XRay(int width, int height, Margins cropped) =>
        new("xray", width, height, new ushort[width * height], 8, RadiographFormat.Jpeg) { Cropped = cropped };
}
