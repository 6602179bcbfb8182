namespace Pneumonia.Core.Graphs;

/// <summary>Brings every image to the same mean and spread.</summary>
public static class OnnxStandardisation
{
    /// <summary>Each image less its mean, divided by its standard deviation (over its pixels, as of a whole population) plus a little.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">Channels, rows, columns.</param>
    /// <param name="epsilon">Added to the deviation: an image of one grey becomes zeros.</param>
    public static OnnxValue Standardise(this OnnxGraph graph, OnnxValue input, float epsilon)
    {
        var centred = graph.Node("Sub", [input.Name, graph.MeanOfImage(input).Name], input.Shape);
        var deviation = graph.Node("Sqrt", [graph.MeanOfImage(graph.Mul(centred, centred)).Name], [1, 1, 1]);
        var divisor = graph.Add(deviation, new OnnxValue(graph.Initializer(graph.Unused("epsilon"), [epsilon]), [1]));
        return graph.Node("Div", [centred.Name, divisor.Name], input.Shape);
    }

    private static OnnxValue MeanOfImage(this OnnxGraph graph, OnnxValue input) => graph.Node(
        "ReduceMean", [input.Name], [1, 1, 1], attributes: [OnnxAttribute.Ints("axes", 1, 2, 3), OnnxAttribute.Int("keepdims", 1)]);
}
