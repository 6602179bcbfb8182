using Pneumonia.Core.Imaging;

namespace Pneumonia.Tests.Imaging;

public sealed class ImageBlurTests
{
    [Fact]
    public void A_point_becomes_a_normal_density()
    {
        const int side = 45;
        var image = new float[side * side];
        image[22 * side + 22] = 1;

        var blurred = ImageBlur.Apply(image, side, side);

        // A deviation of 5 / 224 of the side, in the window that holds it.
        var deviation = 5 * side / 224.0;
        Assert.Equal(1, blurred.Sum(), 1e-5f);
        Assert.Equal(Math.Exp(-0.5 / (deviation * deviation)), blurred[22 * side + 23] / blurred[22 * side + 22], 1e-5);
        Assert.Equal(blurred[21 * side + 23], blurred[23 * side + 21], 1e-7f);
        Assert.Equal(blurred[22 * side + 24], blurred[24 * side + 22], 1e-7f);
        Assert.Equal(0, blurred[22 * side + 25]);
    }

    [Fact]
    public void Edges_go_on_outside() =>
        Assert.All(ImageBlur.Apply([.. Enumerable.Repeat(3f, 60)], 10, 6), value => Assert.Equal(3f, value, 1e-5f));
}
