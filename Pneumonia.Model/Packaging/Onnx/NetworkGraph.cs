using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Graphs;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;

namespace Pneumonia.Model.Packaging.Onnx;

/// <summary>A trained network as an ONNX file: from prepared pixels to calibrated probabilities, with what explanations and checks
/// need along the way.</summary>
internal static class NetworkGraph
{
    /// <summary>Writes the graph.</summary>
    /// <param name="network">In evaluation mode.</param>
    /// <param name="manifest">Preprocessing, classes, whether mirror images are looked at, too.</param>
    /// <param name="calibration">What makes probabilities of logits, and a verdict of them.</param>
    /// <param name="adults">How adults are known and judged; null: nobody makes a difference.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(Network network, ModelManifest manifest, Calibration calibration, AdultJudgement? adults = null)
    {
        var graph = new OnnxGraph(manifest.Name, description:
            $"{network.Name}, trained to tell {string.Join(" and ", manifest.Classes)} on chest X-rays. Not a medical device.");
        graph.Metadata("preprocessing", JsonSerializer.Serialize(manifest.Preprocessing, ModelJson.Line));
        graph.Metadata("classes", JsonSerializer.Serialize(manifest.Classes, ModelJson.Line));
        graph.Metadata("calibration", JsonSerializer.Serialize(
            new { calibration.Temperature, calibration.Bias, calibration.Prevalence, calibration.DefaultPoint.Threshold }, ModelJson.Line));

        var operations = new OnnxOperations(graph, network);
        var pixels = ModelGraph.Pixels(graph, manifest.Preprocessing.Height, manifest.Preprocessing.Width);
        var images = manifest.TestTimeFlip
            ? graph.WithMirrored(pixels, graph.Option(ModelGraph.MirrorImages, long.MaxValue, "How many mirror images count for the answer, too; 0: none."))
            : pixels;
        var depths = new List<OnnxValue>();
        var features = operations.Written(network.Features(operations, images, map => depths.Add(graph.MeanOverPixels(operations.Written(map)))));
        depths.Add(graph.MeanOverPixels(features));
        var logits = network.Classify(operations, network.Bottleneck(operations, features));

        OnnxValue Own(OnnxValue value) => manifest.TestTimeFlip ? graph.WithoutMirrored(value, pixels) : value;
        graph.Output(ModelGraph.FeatureMap, Own(features), "The last feature map, of the image as it is.");
        OnnxValue[] own = [.. depths.Select(Own)];
        foreach (var (depth, means) in own.Index())
        {
            graph.Output(ModelGraph.Depth(depth), means, "Means over a feature map, the shallowest first; what the checks of the input look at.");
        }

        if (network.EndsInGlobalAveragePooling)
        {
            int[] shape = Array.ConvertAll(network.Classifier.weight!.shape, size => (int)size);
            graph.ConstantOutput(
                ModelGraph.ClassWeights, graph.Initializer("class_weights", network.Classifier.weight.ToArray<float>(), shape), shape,
                "Weights of the last layer: times the feature map, they are a class activation map.");
        }

        ModelGraph.Finish(graph, manifest.TestTimeFlip ? graph.MeanWithMirrored(logits, pixels) : logits, new OnnxJudgement(
            manifest.Classes, manifest.PositiveClasses, calibration.DefaultPoint.Threshold, calibration.Temperature, calibration.Bias)
        {
            Other = adults is null ? null : Adults(graph, own, adults),
        });
        return graph.ToBytes();
    }

    private static OnnxOtherPopulation Adults(OnnxGraph graph, OnnxValue[] depths, AdultJudgement adults)
    {
        var (probe, calibration) = (adults.Probe, adults.Calibration);
        var features = graph.Node(
            "Concat", depths.Select(depth => depth.Name), [depths.Sum(depth => depth.Shape[0])], attributes: [OnnxAttribute.Int("axis", 1)]);
        var (child, adult) = ((int)Population.Children, (int)Population.Adults);
        float[] weights = [.. Enumerable.Range(0, probe.Weights.Columns).Select(i => probe.Weights.Row(adult)[i] - probe.Weights.Row(child)[i])];
        return new OnnxOtherPopulation(
            features, weights, probe.Bias[adult] - probe.Bias[child], calibration.DefaultPoint.Threshold, calibration.Temperature, calibration.Bias);
    }
}
