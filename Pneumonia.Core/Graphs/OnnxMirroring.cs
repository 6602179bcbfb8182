namespace Pneumonia.Core.Graphs;

/// <summary>Answers that are the mean of an image's and its mirror image's.</summary>
public static class OnnxMirroring
{
    /// <summary>The image with left and right exchanged.</summary>
    public static OnnxValue Mirror(this OnnxGraph graph, OnnxValue input) =>
        graph.Slice(input, graph.Initializer(graph.Unused("starts"), [-1L], 1), graph.Initializer(graph.Unused("ends"), [long.MinValue], 1), axis: 3, step: -1);

    /// <summary>The images, and behind them in the same batch their mirror images: one pass of the network for both.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="images">Channels, rows, columns.</param>
    /// <param name="most">Name of a constant: how many mirror images at the most.</param>
    public static OnnxValue WithMirrored(this OnnxGraph graph, OnnxValue images, string most)
    {
        var mirrored = graph.Slice(graph.Mirror(images), graph.Initializer(graph.Unused("starts"), [0L], 1), most, axis: 0, step: 1);
        return graph.Node("Concat", [images.Name, mirrored.Name], images.Shape, attributes: [OnnxAttribute.Int("axis", 0)]);
    }

    /// <summary>What came out for the images of <see cref="WithMirrored"/> themselves.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="value">A vector or a map for each of them, and for each mirror image.</param>
    /// <param name="images">The images.</param>
    public static OnnxValue WithoutMirrored(this OnnxGraph graph, OnnxValue value, OnnxValue images) => graph.Node(
        "Gather", [graph.Pairs(value, images), graph.Initializer(graph.Unused("first"), [0L])], value.Shape, value.Element,
        [OnnxAttribute.Int("axis", 0)]);

    /// <summary>Means of what came out for the images of <see cref="WithMirrored"/> and for their mirror images.</summary>
    /// <inheritdoc cref="WithoutMirrored"/>
    public static OnnxValue MeanWithMirrored(this OnnxGraph graph, OnnxValue value, OnnxValue images) => graph.Node(
        "ReduceMean", [graph.Pairs(value, images)], value.Shape, attributes: [OnnxAttribute.Ints("axes", 0), OnnxAttribute.Int("keepdims", 0)]);

    // Images first, mirror images second, where there are any.
    private static string Pairs(this OnnxGraph graph, OnnxValue value, OnnxValue images)
    {
        var count = graph.Node("Shape", [images.Name], [1], OnnxElement.Int64, [OnnxAttribute.Int("start", 0), OnnxAttribute.Int("end", 1)]);
        var shape = graph.Node(
            "Concat",
            [
                graph.Initializer(graph.Unused("any"), [-1L], 1), count.Name,
                graph.Initializer(graph.Unused("rest"), [.. value.Shape.Select(size => (long)size)], value.Shape.Count),
            ],
            [value.Shape.Count + 2], OnnxElement.Int64, [OnnxAttribute.Int("axis", 0)]);
        return graph.Node("Reshape", [value.Name, shape.Name], value.Shape, value.Element).Name;
    }

    private static OnnxValue Slice(this OnnxGraph graph, OnnxValue input, string starts, string ends, int axis, int step) => graph.Node(
        "Slice",
        [
            input.Name, starts, ends,
            graph.Initializer(graph.Unused("axes"), [(long)axis], 1), graph.Initializer(graph.Unused("steps"), [(long)step], 1),
        ],
        input.Shape);
}
