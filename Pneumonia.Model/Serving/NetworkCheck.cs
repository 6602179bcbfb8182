using Pneumonia.Core.Serving;

namespace Pneumonia.Model.Serving;

/// <summary>Holds a zip's network against what the zip says of it.</summary>
internal static class NetworkCheck
{
    /// <summary>Runs the network once.</summary>
    /// <exception cref="InvalidDataException">They contradict each other.</exception>
    public static void Verify(OnnxNetwork network, ModelInformation information)
    {
        var (manifest, checks) = (information.Manifest, information.Checks);
        var size = manifest.Preprocessing;
        if ((network.Height, network.Width) != (size.Height, size.Width))
        {
            throw new InvalidDataException(
                $"its network takes images of {network.Width} x {network.Height}, and its preprocessing makes {size.Width} x {size.Height}");
        }

        var answer = network.Answer(new float[network.Height * network.Width])[0];
        if (answer.Logits.Length != manifest.Classes.Count)
        {
            throw new InvalidDataException($"its network tells {answer.Logits.Length} classes, and it names {manifest.Classes.Count}");
        }

        if (checks is not null && !answer.Depths.Select(depth => depth.Length).SequenceEqual(checks.FeatureCounts))
        {
            throw new InvalidDataException($"its checks are not made for the network {manifest.Architecture}");
        }
    }
}
