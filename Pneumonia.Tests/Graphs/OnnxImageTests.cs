using Pneumonia.Core.Graphs;

namespace Pneumonia.Tests.Graphs;

public class OnnxImageTests
{
    [Fact]
    public void Upsampling_repeats_every_number_four_times() => GraphRun.Near(
        [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4, 5, 5, 6, 6, 5, 5, 6, 6, 7, 7, 8, 8, 7, 7, 8, 8],
        GraphRun.Run([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2], (graph, input) => graph.Upsample(input)));

    [Fact]
    public void Every_image_is_standardised_by_its_own_mean_and_deviation()
    {
        float[] images = [1, 2, 3, 6, 10, 10, 30, 30, 7, 7, 7, 7];

        var standardised = GraphRun.Run(images, [1, 2, 2], (graph, input) => graph.Standardise(input, 0.5f), batch: 3);

        var deviation = MathF.Sqrt(3.5f) + 0.5f;
        GraphRun.Near([-2 / deviation, -1 / deviation, 0, 3 / deviation, -10 / 10.5f, -10 / 10.5f, 10 / 10.5f, 10 / 10.5f, 0, 0, 0, 0], standardised);
    }
}
