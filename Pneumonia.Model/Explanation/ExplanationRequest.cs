using Pneumonia.Model.Data;
using Pneumonia.Model.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>What is to be explained.</summary>
/// <param name="Network">In evaluation mode.</param>
/// <param name="Image">[1, channels, height, width], preprocessed. 0 is the mean grey level.</param>
/// <param name="ClassIndex">The class explained.</param>
public sealed record ExplanationRequest(Network Network, Tensor Image, int ClassIndex)
{
    /// <summary>The image's <see cref="Network.Features"/> where they are known already.</summary>
    public Tensor? Features { get; init; }

    /// <summary>Seed of the methods that draw at random; the same one gives the same map.</summary>
    public int Seed { get; init; }

    /// <summary>Told how many of the passes are done by the methods that take many.</summary>
    public IProgress<DataProgress>? Progress { get; init; }

    /// <summary>Ends the methods that take many passes.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Rows of the image.</summary>
    internal int Height => (int)Image.shape[2];

    /// <summary>Columns of the image.</summary>
    internal int Width => (int)Image.shape[3];

    /// <summary>The last feature map, computed where it is not known, without gradients.</summary>
    internal Tensor FeatureMap()
    {
        using var gradients = no_grad();
        return Features ?? Network.Features(Image);
    }
}
