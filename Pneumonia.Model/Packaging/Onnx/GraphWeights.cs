using Pneumonia.Core.Graphs;

namespace Pneumonia.Model.Packaging.Onnx;

/// <summary>Puts weights into a graph.</summary>
internal static class GraphWeights
{
    /// <summary>Adds a constant of 32-bit numbers: stored in 16 bits where nothing is lost by it, which halves the file; whoever runs the
    /// graph converts them once.</summary>
    /// <returns>Name of the 32-bit constant.</returns>
    public static string Weights(this OnnxGraph graph, string name, float[] values, params ReadOnlySpan<int> shape)
    {
        var halves = Array.ConvertAll(values, value => (Half)value);
        if (!halves.Select(half => (float)half).SequenceEqual(values))
        {
            return graph.Initializer(name, values, shape);
        }

        var stored = graph.Constant($"{name}.half", halves, shape);
        return graph.Node("Cast", [stored], shape.ToArray(), attributes: [OnnxAttribute.Int("to", (int)OnnxElement.Single)], name: name).Name;
    }
}
