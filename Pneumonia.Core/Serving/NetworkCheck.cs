using System.Globalization;
using Pneumonia.Core.Graphs;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving;

/// <summary>Holds a zip's network against what the zip says of it.</summary>
internal static class NetworkCheck
{
    // Both compute in single precision, and a probability's last digits are nobody's concern.
    private const double Tolerance = 1e-3;

    /// <summary>Runs the network once or twice.</summary>
    /// <exception cref="InvalidNetworkException">They contradict each other.</exception>
    public static void Verify(OnnxNetwork network, ModelInformation information)
    {
        var (manifest, checks) = (information.Manifest, information.Checks);
        var size = manifest.Preprocessing;
        if ((network.Height, network.Width) != (size.Height, size.Width))
        {
            throw new InvalidNetworkException(
                $"its network takes images of {network.Width} x {network.Height}, and its preprocessing makes {size.Width} x {size.Height}");
        }

        var answer = network.Answer(new float[network.Height * network.Width])[0];
        if (answer.Logits.Length != manifest.Classes.Count)
        {
            throw new InvalidNetworkException($"its network tells {answer.Logits.Length} classes, and it names {manifest.Classes.Count}");
        }

        if (checks is not null && !answer.Depths.Select(depth => depth.Length).SequenceEqual(checks.FeatureCounts))
        {
            throw new InvalidNetworkException($"its checks are not made for the network {manifest.Architecture}");
        }

        if (information.Adults is { } adults && answer.Depths.Sum(depth => depth.Length) != adults.FeatureCount)
        {
            throw new InvalidNetworkException($"what tells adults from children is not made for the network {manifest.Architecture}");
        }

        if (!IsCalibratedAsTold(network, information, answer))
        {
            throw new InvalidNetworkException("its ONNX file is calibrated in another way than its calibration.json tells");
        }
    }

    // What ML.NET and others read off the graph must be what this program computes of the logits. Files of before say no threshold.
    private static bool IsCalibratedAsTold(OnnxNetwork network, ModelInformation information, OnnxAnswer answer)
    {
        var calibration = information.CalibrationOf(information.Adults?.Find(answer.Depths, age: null).Population);
        var (logits, probabilities) = network.Judge(new float[network.Height * network.Width]);
        return probabilities[0].Zip(calibration.Probabilities(logits[0])).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance)
            && (!network.Metadata.TryGetValue(ModelGraph.Threshold, out var threshold)
                || double.Parse(threshold, CultureInfo.InvariantCulture) == information.Calibration.DefaultPoint.Threshold);
    }
}
