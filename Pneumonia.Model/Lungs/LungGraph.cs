using Pneumonia.Core.Graphs;
using Pneumonia.Core.Lungs;
using Pneumonia.Model.Networks.Segmentation;
using Pneumonia.Model.Packaging.Onnx;

namespace Pneumonia.Model.Lungs;

/// <summary>A trained segmentation as an ONNX file: from plain grey levels to probabilities.</summary>
internal static class LungGraph
{
    /// <summary>Added to an image's standard deviation.</summary>
    public const float Epsilon = 1e-3f;

    /// <summary>Writes the graph.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="side">Columns and rows.</param>
    /// <param name="metadata">What the file says of itself, by key.</param>
    public static byte[] Write(UNet network, int side, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var graph = new OnnxGraph("lungs", description: "Lung fields on frontal chest X-rays. Not a medical device.");
        foreach (var (key, value) in metadata)
        {
            graph.Metadata(key, value);
        }

        var pixels = graph.Input(LungNetwork.Pixels, [1, side, side], "Grey levels from 0 (black) to 1 (white) of the whole X-ray, its aspect ratio not kept.");
        var operations = new OnnxOperations(graph, network);
        var logits = operations.Written(network.Run(operations, graph.Standardise(pixels, Epsilon)));
        graph.Output(LungNetwork.Lungs, graph.Sigmoid(logits), "Probability that a pixel is lung, the parts behind the heart and below the diaphragm's dome included.");
        return graph.ToBytes();
    }
}
