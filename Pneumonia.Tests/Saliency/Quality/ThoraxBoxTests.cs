using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Model.Data.Phantoms;

namespace Pneumonia.Tests.Saliency.Quality;

public sealed class ThoraxBoxTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_covers_a_phantoms_lungs_and_not_much_more(bool pneumonia)
    {
        const int size = 224;
        var (generator, random) = (new PhantomGenerator(size), new Random(5));
        Assert.All(Enumerable.Range(0, 20), _ =>
        {
            var phantom = generator.Draw(random, pneumonia);

            var box = ThoraxBox.Estimate(Array.ConvertAll(phantom.Pixels.ToArray(), level => level / 255f), size, size);

            Assert.True(box.Intersect(phantom.Lungs).Area >= 0.93 * phantom.Lungs.Area, $"{box} misses {phantom.Lungs}");
            Assert.True(box.Area <= 2 * phantom.Lungs.Area, $"{box} is much larger than {phantom.Lungs}");
        });
    }

    [Fact]
    public void An_image_without_structure_is_thorax_all_over()
    {
        var box = ThoraxBox.Estimate(new float[100 * 80], 100, 80);

        Assert.Equal((0, 0, 100, 80), (box.X, box.Y, box.Width, box.Height));
    }

    [Fact]
    public void Brightness_and_contrast_do_not_matter()
    {
        var phantom = new PhantomGenerator(128).Draw(new Random(1), pneumonia: false);
        var grey = Array.ConvertAll(phantom.Pixels.ToArray(), level => level / 255f);

        Assert.Equal(
            ThoraxBox.Estimate(grey, 128, 128), ThoraxBox.Estimate(Array.ConvertAll(grey, level => 3 * level - 2), 128, 128));
    }
}
