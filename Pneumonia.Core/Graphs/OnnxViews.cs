namespace Pneumonia.Core.Graphs;

/// <summary>Images that hold several views of an X-ray, one above the other.</summary>
public static class OnnxViews
{
    /// <summary>Each view as an image of its own, those of one image behind each other in the batch.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="images">One channel, rows of all views, columns.</param>
    /// <param name="views">How many views an image holds.</param>
    /// <exception cref="ArgumentException">The images have more channels than one, or rows that cannot be divided.</exception>
    public static OnnxValue SplitViews(this OnnxGraph graph, OnnxValue images, int views) =>
        images.Shape is [1, var height, var width] && height % views == 0
            ? graph.Reshaped(images, [-1, 1, height / views, width])
            : throw new ArgumentException($"{images} does not hold {views} views.", nameof(images));

    /// <summary>Maps of the views as maps of their images: each view has channels and rows of its own, the rest of which is zero.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="maps">Channels, rows, columns of a view.</param>
    /// <param name="views">How many views an image holds.</param>
    public static OnnxValue JoinViews(this OnnxGraph graph, OnnxValue maps, int views)
    {
        var (channels, height, width) = (maps.Shape[0], maps.Shape[1], maps.Shape[2]);
        var apart = graph.Reshaped(maps, [-1, views, channels, height, width]);
        return graph.Concat([.. Enumerable.Range(0, views).Select(view =>
        {
            var own = graph.Node(
                "Gather", [apart.Name, graph.Initializer(graph.Unused("view"), [(long)view])], maps.Shape, attributes: [OnnxAttribute.Int("axis", 1)]);
            long[] margins = [0, 0, view * height, 0, 0, 0, (views - 1 - view) * height, 0];
            return graph.Node("Pad", [own.Name, graph.Initializer(graph.Unused("margins"), margins, margins.Length)], [channels, views * height, width]);
        })]);
    }

    private static OnnxValue Reshaped(this OnnxGraph graph, OnnxValue value, long[] shape) => graph.Node(
        "Reshape", [value.Name, graph.Initializer(graph.Unused("shape"), shape, shape.Length)], [.. shape.Skip(1).Select(size => (int)size)]);
}
