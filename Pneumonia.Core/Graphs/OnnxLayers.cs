namespace Pneumonia.Core.Graphs;

/// <summary>The layers that image classifiers are made of, as ONNX's operators.</summary>
public static class OnnxLayers
{
    /// <summary>Convolution.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">Channels, rows, columns.</param>
    /// <param name="weight">Name of the kernels, an initializer of shape (out, in / groups, rows, columns).</param>
    /// <param name="bias">Name of the biases; null: none.</param>
    /// <param name="channels">Channels that come out.</param>
    /// <param name="window">How the kernels move.</param>
    /// <param name="groups">Into how many parts the channels are divided.</param>
    public static OnnxValue Conv(
        this OnnxGraph graph, OnnxValue input, string weight, string? bias, int channels, OnnxWindow window, int groups = 1)
    {
        var (height, width) = window.Output(input);
        string[] inputs = bias is null ? [input.Name, weight] : [input.Name, weight, bias];
        return graph.Node("Conv", inputs, [channels, height, width], attributes:
            [.. window.Attributes(input), OnnxAttribute.Int("group", groups)]);
    }

    /// <summary>Batch normalisation with fixed statistics; each name is an initializer with one number a channel.</summary>
    public static OnnxValue BatchNormalization(
        this OnnxGraph graph, OnnxValue input, string scale, string bias, string mean, string variance, float epsilon = 1e-5f) =>
        graph.Node("BatchNormalization", [input.Name, scale, bias, mean, variance], input.Shape, attributes:
            [OnnxAttribute.Float("epsilon", epsilon)]);

    /// <summary>The greater of the number and zero.</summary>
    public static OnnxValue Relu(this OnnxGraph graph, OnnxValue input) => graph.Node("Relu", [input.Name], input.Shape);

    /// <summary>The number, kept between two limits; ReLU6 is <c>Clip(input, 0, 6)</c>.</summary>
    public static OnnxValue Clip(this OnnxGraph graph, OnnxValue input, float least, float most)
    {
        var low = graph.Initializer(graph.Unused("least"), [least]);
        var high = graph.Initializer(graph.Unused("most"), [most]);
        return graph.Node("Clip", [input.Name, low, high], input.Shape);
    }

    /// <summary>The logistic function.</summary>
    public static OnnxValue Sigmoid(this OnnxGraph graph, OnnxValue input) => graph.Node("Sigmoid", [input.Name], input.Shape);

    /// <summary>The number times its logistic function (SiLU, also called swish).</summary>
    public static OnnxValue Silu(this OnnxGraph graph, OnnxValue input) => graph.Mul(input, graph.Sigmoid(input));

    /// <summary>Sum of two values; the second may have one number for each channel of the first.</summary>
    public static OnnxValue Add(this OnnxGraph graph, OnnxValue left, OnnxValue right) =>
        graph.Node("Add", [left.Name, right.Name], Larger(left, right), left.Element);

    /// <summary>Product of two values; one may have one number for each channel of the other.</summary>
    public static OnnxValue Mul(this OnnxGraph graph, OnnxValue left, OnnxValue right) =>
        graph.Node("Mul", [left.Name, right.Name], Larger(left, right), left.Element);

    /// <summary>Values behind each other, along the channels.</summary>
    public static OnnxValue Concat(this OnnxGraph graph, params IReadOnlyList<OnnxValue> inputs) => graph.Node(
        "Concat", inputs.Select(input => input.Name), [inputs.Sum(input => input.Channels), .. inputs[0].Shape.Skip(1)],
        attributes: [OnnxAttribute.Int("axis", 1)]);

    /// <summary>All numbers of an image in one row.</summary>
    public static OnnxValue Flatten(this OnnxGraph graph, OnnxValue input) =>
        graph.Node("Flatten", [input.Name], [input.Count], attributes: [OnnxAttribute.Int("axis", 1)]);

    /// <summary>A fully connected layer.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">A vector.</param>
    /// <param name="weight">Name of the weights, an initializer of shape (out, in), as PyTorch has them.</param>
    /// <param name="bias">Name of the biases; null: none.</param>
    /// <param name="features">Numbers that come out.</param>
    public static OnnxValue Linear(this OnnxGraph graph, OnnxValue input, string weight, string? bias, int features)
    {
        string[] inputs = bias is null ? [input.Name, weight] : [input.Name, weight, bias];
        return graph.Node("Gemm", inputs, [features], attributes: [OnnxAttribute.Int("transB", 1)]);
    }

    /// <summary>Softmax over the channels.</summary>
    public static OnnxValue Softmax(this OnnxGraph graph, OnnxValue input) =>
        graph.Node("Softmax", [input.Name], input.Shape, input.Element, [OnnxAttribute.Int("axis", 1)]);

    private static IReadOnlyList<int> Larger(OnnxValue left, OnnxValue right) => left.Count >= right.Count ? left.Shape : right.Shape;
}
