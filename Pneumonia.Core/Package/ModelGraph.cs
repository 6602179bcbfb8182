using System.Globalization;
using Pneumonia.Core.Graphs;

namespace Pneumonia.Core.Package;

/// <summary>Inputs and outputs that a graph must have to be part of a model's chain.</summary>
public static class ModelGraph
{
    /// <summary>Key of the metadata that hold the threshold of the verdict, 0 to 1.</summary>
    public const string Threshold = "threshold";

    /// <summary>Name of the output with the logits; ML.NET's chain does not ask for it.</summary>
    public const string Logits = "Logits";

    /// <summary>Name of the output with the index of the class decided on.</summary>
    public const string VerdictIndex = "VerdictIndex";

    /// <summary>Name of the output with the logarithm of the odds that an image is an adult's; missing where a model makes no difference.</summary>
    public const string AdultOdds = "AdultOdds";

    /// <summary>Name of the input that says how many of a batch's mirror images are looked at, too; where it is missing, none are. Nobody
    /// need give it: all are, then.</summary>
    public const string MirrorImages = "MirrorImages";

    /// <summary>Name of the output with the last feature map.</summary>
    public const string FeatureMap = "FeatureMap";

    /// <summary>Name of the output with the last layer's weights; missing where a network does not end in the mean over its feature map and
    /// one linear layer.</summary>
    public const string ClassWeights = "ClassWeights";

    /// <summary>Name of the output with the means over a feature map, counted from 0, the shallowest.</summary>
    public static string Depth(int depth) => $"Depth{depth}";

    // ML.NET takes a column's slot names from the keys of a label encoder of this name.
    private const string SlotNames = $"mlnet.{ModelColumns.Score}.SlotNames";

    /// <summary>Declares the network's input: one channel.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    public static OnnxValue Pixels(OnnxGraph graph, int height, int width) =>
        graph.Input(ModelColumns.Pixels, [1, height, width], "Grey X-ray images, prepared as the model's preprocessing says.");

    /// <summary>Adds calibration and decision, and declares the outputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="logits">The network's answer.</param>
    /// <param name="judgement">What is made of it.</param>
    public static void Finish(OnnxGraph graph, OnnxValue logits, OnnxJudgement judgement)
    {
        graph.Metadata(Threshold, judgement.Threshold.ToString(CultureInfo.InvariantCulture));
        var (probabilities, verdict, odds) = judgement.Append(graph, logits);
        var index = graph.Node(
            "LabelEncoder", [verdict.Name], [1], OnnxElement.Int64,
            [
                OnnxAttribute.Texts("keys_strings", judgement.Classes),
                OnnxAttribute.Ints("values_int64s", Enumerable.Range(0, judgement.Classes.Count).Select(value => (long)value)),
            ],
            domain: OnnxGraph.MachineLearning,
            nodeName: SlotNames);
        var names = string.Join(", ", judgement.Classes);
        graph.Output(Logits, logits, $"Not calibrated, one for each class: {names}.");
        graph.Output(ModelColumns.Score, probabilities, $"Calibrated probabilities: {names}.");
        graph.Output(ModelColumns.Verdict, verdict, "Name of the class decided on at the operating point.");
        graph.Output(VerdictIndex, index, $"Index of the class decided on: {names}.");
        if (odds is not null)
        {
            graph.Output(AdultOdds, odds, "Logarithm of the odds that the image is an adult's; above 0 it is calibrated and decided on as such.");
        }
    }
}
