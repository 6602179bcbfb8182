using Pneumonia.Core.Graphs;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

/// <summary>The ONNX file of a network of one layer on the mean grey level, with everything that a model's zip needs of it.</summary>
internal static class TinyGraph
{
    public static byte[] Of(ModelInformation information) => Of(information.Manifest, information.Calibration);

    public static byte[] Of(ModelManifest manifest, Calibration calibration)
    {
        var graph = new OnnxGraph(manifest.Name);
        var pixels = ModelGraph.Pixels(graph, manifest.Preprocessing.Height, manifest.Preprocessing.Width);
        var mean = graph.MeanOverPixels(pixels);
        graph.Output(ModelGraph.FeatureMap, pixels);
        graph.Output(ModelGraph.Depth(0), mean);
        var classes = manifest.Classes.Count;
        float[] weights = [.. Enumerable.Range(0, classes).Select(index => index - (classes - 1) / 2f)];
        var weight = graph.Initializer("weight", weights, classes, 1);
        graph.ConstantOutput(ModelGraph.ClassWeights, weight, [classes, 1]);
        ModelGraph.Finish(graph, graph.Linear(mean, weight, null, classes), new OnnxJudgement(
            manifest.Classes, manifest.PositiveClasses, calibration.DefaultPoint.Threshold, calibration.Temperature, calibration.Bias));
        return graph.ToBytes();
    }
}
