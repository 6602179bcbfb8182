using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;

namespace Pneumonia.Tests.Saliency;

public sealed class SaliencyContoursTests
{
    [Fact]
    public void Lines_run_where_the_map_crosses_a_level_and_nowhere_else()
    {
        // Bilinear between a cold and a hot column, the levels lie at 3/8, 1/2 and 5/8 of the width.
        var map = new SaliencyMap("PNEUMONIA", "cam", 2, 1, new float[] { 0, 1 });

        var image = new RadiographDecoder(asStored: true).Decode(SaliencyContours.Layer(map, 64, 32), "contours.png");

        var lit = Enumerable.Range(0, 64).Where(x => image.Pixels.Span[x] > 0).ToArray();
        Assert.Equal([23, 31, 39], lit);
    }
}
