using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Pneumonia.Core.Graphs;

namespace Pneumonia.Tests.Graphs;

/// <summary>Builds a graph of one input and one output, and runs it.</summary>
internal static class GraphRun
{
    public static float[] Run(
        float[] input, IReadOnlyList<int> shape, Func<OnnxGraph, OnnxValue, OnnxValue> build, int batch = 1)
    {
        var graph = new OnnxGraph("test");
        var output = build(graph, graph.Input("x", shape));
        graph.Output("y", output);
        using var session = new InferenceSession(graph.ToBytes());
        var tensor = new DenseTensor<float>(input, [batch, .. shape]);
        using var answers = session.Run([NamedOnnxValue.CreateFromTensor("x", tensor)]);
        var answer = answers[0].AsTensor<float>();
        Assert.Equal([batch, .. output.Shape], answer.Dimensions.ToArray());
        Assert.Equal([-1, .. output.Shape], session.OutputMetadata["y"].Dimensions);
        return [.. answer];
    }

    public static float[] Numbers(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    public static void Near(IReadOnlyList<float> expected, IReadOnlyList<float> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
