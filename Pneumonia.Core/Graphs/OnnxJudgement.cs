namespace Pneumonia.Core.Graphs;

/// <summary>What turns logits into probabilities and a verdict, written into the graph.</summary>
/// <param name="Classes">Class names in the order of the logits.</param>
/// <param name="Positive">Which of them are positive; at least one, not all.</param>
/// <param name="Threshold">Least probability of the positive classes together for a positive verdict, 0 to 1.</param>
/// <param name="Temperature">Divides the logits; more than 0.</param>
/// <param name="Bias">Added to the divided logits, one for each class; empty: zeros.</param>
public sealed record OnnxJudgement(
    IReadOnlyList<string> Classes, IReadOnlyList<string> Positive, double Threshold, double Temperature, IReadOnlyList<double> Bias)
{
    /// <summary>A population that is judged in another way; null: all are judged alike.</summary>
    public OnnxOtherPopulation? Other { get; init; }

    // Pushes a class out of the running; probabilities are never more than 1.
    private const double Never = -2;

    /// <summary>
    /// Adds softmax(logits / temperature + bias) and the decision: where the positive classes' probabilities together reach the
    /// threshold, the likeliest of them, else the likeliest of the others. All in double precision, so that the graph and the
    /// program decide alike.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="logits">One for each class.</param>
    /// <returns>Probability of every class, the name of the one decided on, and the logarithm of the odds for the other population where there is one.</returns>
    public (OnnxValue Probabilities, OnnxValue Verdict, OnnxValue? Odds) Append(OnnxGraph graph, OnnxValue logits)
    {
        Check(logits);
        var odds = Other?.Odds(graph);
        var isOther = odds is null ? null : graph.Node("Greater", [odds.Name, graph.Initializer("even_odds", [0f])], [1], OnnxElement.Boolean);
        var scaled = Scaled(graph, logits, Temperature, Bias, "");
        var least = graph.Initializer("threshold", [Threshold]);
        if (Other is not null)
        {
            var other = Scaled(graph, logits, Other.Temperature, Other.Bias, "other_");
            scaled = graph.Node("Where", [isOther!.Name, other.Name, scaled.Name], logits.Shape, OnnxElement.Double);
            least = graph.Node("Where", [isOther.Name, graph.Initializer("other_threshold", [Other.Threshold]), least], [1], OnnxElement.Double).Name;
        }

        var probabilities = graph.Softmax(scaled);
        var isPositive = Classes.Select(name => Positive.Contains(name)).ToArray();
        var indices = Enumerable.Range(0, Classes.Count).Where(index => isPositive[index]).Select(index => (long)index).ToArray();
        var chosen = graph.Node(
            "Gather", [probabilities.Name, graph.Initializer("positive_classes", indices, indices.Length)], [indices.Length],
            OnnxElement.Double, [OnnxAttribute.Int("axis", 1)]);
        var sum = graph.Node(
            "ReduceSum", [chosen.Name, graph.Initializer("class_axis", [1L], 1)], [1], OnnxElement.Double);
        var reached = graph.Node(
            "GreaterOrEqual", [sum.Name, least], [1], OnnxElement.Boolean);
        var handicap = graph.Node(
            "Where", [reached.Name, Handicap("if_positive", true), Handicap("if_negative", false)], probabilities.Shape,
            OnnxElement.Double);
        var index = graph.Node(
            "ArgMax", [graph.Add(probabilities, handicap).Name], [1], OnnxElement.Int64,
            [OnnxAttribute.Int("axis", 1), OnnxAttribute.Int("keepdims", 1)]);
        var verdict = graph.Node(
            "LabelEncoder", [index.Name], [1], OnnxElement.Text,
            [
                OnnxAttribute.Ints("keys_int64s", Enumerable.Range(0, Classes.Count).Select(value => (long)value)),
                OnnxAttribute.Texts("values_strings", Classes),
            ],
            domain: OnnxGraph.MachineLearning);
        var single = graph.Node(
            "Cast", [probabilities.Name], probabilities.Shape, attributes: [OnnxAttribute.Int("to", (int)OnnxElement.Single)]);
        return (single, verdict, odds);

        string Handicap(string name, bool positive) =>
            graph.Initializer(name, [.. isPositive.Select(each => each == positive ? 0 : Never)], 1, Classes.Count);
    }

    // Less the greatest logit, so that dividing a huge one stays finite.
    private static OnnxValue Scaled(OnnxGraph graph, OnnxValue logits, double temperature, IReadOnlyList<double> bias, string prefix)
    {
        var exact = graph.Node("Cast", [logits.Name], logits.Shape, OnnxElement.Double, [OnnxAttribute.Int("to", (int)OnnxElement.Double)]);
        var greatest = graph.Node("ReduceMax", [exact.Name], [1], OnnxElement.Double, [OnnxAttribute.Ints("axes", 1)]);
        var lowered = graph.Node("Sub", [exact.Name, greatest.Name], logits.Shape, OnnxElement.Double);
        var divided = graph.Node(
            "Div", [lowered.Name, graph.Initializer($"{prefix}temperature", [temperature])], logits.Shape, OnnxElement.Double);
        return bias.Count == 0
            ? divided
            : graph.Node("Add", [divided.Name, graph.Initializer($"{prefix}class_bias", [.. bias], bias.Count)], logits.Shape, OnnxElement.Double);
    }

    private void Check(OnnxValue logits)
    {
        if (logits.Shape is not [var count] || count != Classes.Count || (Bias.Count != 0 && Bias.Count != count))
        {
            throw new ArgumentException($"{logits} does not fit {Classes.Count} classes.", nameof(logits));
        }

        if (Other is { } other && (other.Features.Shape is not [var features] || features != other.Weights.Count || !(other.Temperature > 0)))
        {
            throw new ArgumentException("The other population's features and weights do not fit together, or its temperature is not more than 0.");
        }

        if (Positive.Except(Classes).Any() || Positive.Count == 0 || Classes.All(Positive.Contains) || !(Temperature > 0))
        {
            throw new ArgumentException("A verdict needs positive and negative classes and a temperature of more than 0.");
        }
    }
}
