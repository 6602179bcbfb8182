namespace Pneumonia.Core.Graphs;

/// <summary>Larger maps of smaller ones.</summary>
public static class OnnxUpsampling
{
    /// <summary>Twice the rows and columns, every number four times, as PyTorch's <c>interpolate</c> does by its default mode.</summary>
    public static OnnxValue Upsample(this OnnxGraph graph, OnnxValue input)
    {
        var scales = graph.Initializer(graph.Unused("scales"), [1f, 1, 2, 2], 4);
        return graph.Node(
            "Resize", [input.Name, "", scales], [input.Channels, 2 * input.Height, 2 * input.Width], attributes:
            [
                OnnxAttribute.Text("mode", "nearest"), OnnxAttribute.Text("coordinate_transformation_mode", "asymmetric"),
                OnnxAttribute.Text("nearest_mode", "floor"),
            ]);
    }
}
