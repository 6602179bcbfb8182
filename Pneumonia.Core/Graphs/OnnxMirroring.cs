namespace Pneumonia.Core.Graphs;

/// <summary>Answers that are the mean of an image's and its mirror image's.</summary>
public static class OnnxMirroring
{
    /// <summary>The image with left and right exchanged.</summary>
    public static OnnxValue Mirror(this OnnxGraph graph, OnnxValue input) => graph.Node(
        "Slice",
        [
            input.Name,
            graph.Initializer(graph.Unused("starts"), [-1L], 1),
            graph.Initializer(graph.Unused("ends"), [long.MinValue], 1),
            graph.Initializer(graph.Unused("axes"), [3L], 1),
            graph.Initializer(graph.Unused("steps"), [-1L], 1),
        ],
        input.Shape);

    /// <summary>The images, and behind them in the same batch their mirror images: one pass of the network for both.</summary>
    public static OnnxValue WithMirrored(this OnnxGraph graph, OnnxValue input) => graph.Node(
        "Concat", [input.Name, graph.Mirror(input).Name], input.Shape, attributes: [OnnxAttribute.Int("axis", 0)]);

    /// <summary>What came out for the images of <see cref="WithMirrored"/> themselves.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">A vector or a map for each of them.</param>
    public static OnnxValue WithoutMirrored(this OnnxGraph graph, OnnxValue input)
    {
        var shape = graph.Initializer(graph.Unused("pairs"), [2L, -1L, .. input.Shape.Select(size => (long)size)], input.Shape.Count + 2);
        var pairs = graph.Node("Reshape", [input.Name, shape], input.Shape, input.Element);
        return graph.Node(
            "Gather", [pairs.Name, graph.Initializer(graph.Unused("first"), [0L])], input.Shape, input.Element, [OnnxAttribute.Int("axis", 0)]);
    }

    /// <summary>Means of what came out for the images and for their mirror images.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">A vector for each of the images of <see cref="WithMirrored"/>.</param>
    public static OnnxValue MeanWithMirrored(this OnnxGraph graph, OnnxValue input)
    {
        var shape = graph.Initializer(graph.Unused("pairs"), [2L, -1L, input.Count], 3);
        var pairs = graph.Node("Reshape", [input.Name, shape], input.Shape);
        return graph.Node("ReduceMean", [pairs.Name], input.Shape, attributes:
            [OnnxAttribute.Ints("axes", 0), OnnxAttribute.Int("keepdims", 0)]);
    }
}
