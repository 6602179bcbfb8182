namespace Pneumonia.Core.Graphs;

/// <summary>A population that is known by its looks and judged in another way, written into the graph.</summary>
/// <param name="Features">What it is known by: a value for each feature.</param>
/// <param name="Weights">One for each feature.</param>
/// <param name="Offset">Added to the weighted features; where the sum is more than 0, the image is of this population.</param>
/// <param name="Threshold">Its least probability for a positive verdict, 0 to 1.</param>
/// <param name="Temperature">Divides its logits; more than 0.</param>
/// <param name="Bias">Added to its divided logits, one for each class; empty: zeros.</param>
public sealed record OnnxOtherPopulation(
    OnnxValue Features, IReadOnlyList<float> Weights, double Offset, double Threshold, double Temperature, IReadOnlyList<double> Bias)
{
    /// <summary>Adds how the population is known.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>How much speaks for it: the logarithm of the odds.</returns>
    public OnnxValue Odds(OnnxGraph graph)
    {
        var weights = graph.Initializer("population_weights", [.. Weights], Weights.Count, 1);
        var sum = graph.Node("MatMul", [Features.Name, weights], [1]);
        return graph.Node("Add", [sum.Name, graph.Initializer("population_offset", [(float)Offset], 1)], [1]);
    }
}
