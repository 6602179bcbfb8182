using Pneumonia.Core.Graphs;

namespace Pneumonia.Tests.Graphs;

public class OnnxLayersTests
{
    public static TheoryData<int, int, int, int, int, int, int> Convolutions => new()
    {
        { 3, 3, 1, 1, 1, 1, 1 }, { 3, 3, 2, 1, 1, 1, 1 }, { 1, 7, 1, 0, 3, 1, 1 }, { 3, 3, 1, 2, 2, 2, 1 }, { 3, 3, 2, 1, 1, 1, 4 },
        { 1, 1, 1, 0, 0, 1, 2 },
    };

    [Theory]
    [MemberData(nameof(Convolutions))]
    public void Convolution_is_the_sum_over_the_window(int kh, int kw, int stride, int padH, int padW, int dilation, int groups)
    {
        const int channels = 4, height = 9, width = 11, output = 8;
        var (x, w, b) = (GraphRun.Numbers(channels * height * width), GraphRun.Numbers(output * channels / groups * kh * kw, 2), GraphRun.Numbers(output, 3));
        var window = new OnnxWindow((kh, kw)) { Stride = (stride, stride), Padding = (padH, padW), Dilation = (dilation, dilation) };
        var actual = GraphRun.Run(x, [channels, height, width], (graph, input) => graph.Conv(
            input, graph.Initializer("w", w, output, channels / groups, kh, kw), graph.Initializer("b", b, output), output, window, groups));
        var (outH, outW) = (((height + (2 * padH) - (dilation * (kh - 1)) - 1) / stride) + 1, ((width + (2 * padW) - (dilation * (kw - 1)) - 1) / stride) + 1);
        var expected = new float[output * outH * outW];
        for (var i = 0; i < expected.Length; i++)
        {
            var (o, y, z) = (i / outW / outH, i / outW % outH, i % outW);
            var first = o / (output / groups) * (channels / groups);
            double sum = b[o];
            for (var j = 0; j < channels / groups * kh * kw; j++)
            {
                var (c, ky, kx) = (j / kw / kh, j / kw % kh, j % kw);
                var (row, column) = ((y * stride) - padH + (ky * dilation), (z * stride) - padW + (kx * dilation));
                sum += row >= 0 && row < height && column >= 0 && column < width
                    ? w[(o * channels / groups * kh * kw) + j] * x[((first + c) * height * width) + (row * width) + column] : 0;
            }

            expected[i] = (float)sum;
        }

        GraphRun.Near(expected, actual);
    }

    [Fact]
    public void A_folded_batch_normalisation_answers_as_the_two_layers()
    {
        var (x, w, bias) = (GraphRun.Numbers(2 * 5 * 5), GraphRun.Numbers(3 * 2 * 9, 2), GraphRun.Numbers(3, 3));
        var (scale, shift, mean) = (GraphRun.Numbers(3, 4), GraphRun.Numbers(3, 5), GraphRun.Numbers(3, 6));
        float[] variance = [0.5f, 2, 0.001f];
        var window = new OnnxWindow(3, padding: 1);
        var two = GraphRun.Run(x, [2, 5, 5], (graph, input) => graph.BatchNormalization(
            graph.Conv(input, graph.Initializer("w", w, 3, 2, 3, 3), graph.Initializer("b", bias, 3), 3, window),
            graph.Initializer("scale", scale, 3), graph.Initializer("shift", shift, 3), graph.Initializer("mean", mean, 3),
            graph.Initializer("variance", variance, 3)));
        var (factor, foldedBias) = BatchNormFolding.Fold(bias, scale, shift, mean, variance);
        float[] folded = [.. w.Select((value, i) => value * factor[i / (2 * 9)])];
        var one = GraphRun.Run(x, [2, 5, 5], (graph, input) => graph.Conv(
            input, graph.Initializer("w", folded, 3, 2, 3, 3), graph.Initializer("b", foldedBias, 3), 3, window));
        Assert.All(two.Zip(one), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Fact]
    public void Activations_are_the_usual_functions()
    {
        float[] x = [-9, -0.5f, 0, 2, 6, 9];
        GraphRun.Near([0, 0, 0, 2, 6, 9], GraphRun.Run(x, [6], (graph, input) => graph.Relu(input)));
        GraphRun.Near([0, 0, 0, 2, 6, 6], GraphRun.Run(x, [6], (graph, input) => graph.Clip(input, 0, 6)));
        GraphRun.Near([.. x.Select(v => v / (1 + MathF.Exp(-v)))], GraphRun.Run(x, [6], (graph, input) => graph.Silu(input)));
    }

    [Fact]
    public void Values_are_joined_added_and_scaled_by_channel()
    {
        float[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        GraphRun.Near([.. x, .. x.Select(v => 2 * v)], GraphRun.Run(x, [2, 2, 2], (graph, input) => graph.Concat(input, graph.Add(input, input))));
        GraphRun.Near(
            [2.5f, 5, 7.5f, 10, 32.5f, 39, 45.5f, 52],
            GraphRun.Run(x, [2, 2, 2], (graph, input) => graph.Mul(graph.GlobalAveragePool(input), input)));
    }

    [Theory]
    [InlineData(long.MaxValue, ((1 + 20 + 300 + 4000) + (2 + 10 + 400 + 3000)) / 2f, ((5 + 60 + 700 + 8000) + (6 + 50 + 800 + 7000)) / 2f)]
    [InlineData(0, 1 + 20 + 300 + 4000, 5 + 60 + 700 + 8000)]
    public void Answers_for_images_and_mirror_images_are_averaged_within_a_batch_where_that_is_asked_for(long most, float first, float second)
    {
        float[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        float[] weight = [1, 10, 100, 1000];
        float[] both = GraphRun.Run(x, [1, 2, 2], (graph, input) => graph.MeanWithMirrored(graph.Linear(
            graph.Flatten(graph.WithMirrored(input, graph.Option("most", most))), graph.Initializer("w", weight, 1, 4), null, 1), input), batch: 2);
        GraphRun.Near([first, second], both);
    }
}
