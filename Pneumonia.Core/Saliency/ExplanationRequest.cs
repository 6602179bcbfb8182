using Pneumonia.Core.Data;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Saliency;

/// <summary>What is to be explained.</summary>
/// <param name="Network">The network.</param>
/// <param name="Image">[1, 1, height, width] of the network's input, row-major, preprocessed. 0 is the mean grey level.</param>
/// <param name="ClassIndex">The class explained.</param>
public sealed record ExplanationRequest(IExplainedNetwork Network, float[] Image, int ClassIndex)
{
    /// <summary>The image's <see cref="IExplainedNetwork.Features"/> where they are known already.</summary>
    public FeatureMap? Features { get; init; }

    /// <summary>What of the whole X-ray each view shows that lies in the image, from above.</summary>
    public IReadOnlyList<RelativeBox> Views { get; init; } = [RelativeBox.Whole];

    /// <summary>The lung fields of the whole X-ray; null where none were looked for, or none were found.</summary>
    public LungField? Lungs { get; init; }

    /// <summary>Seed of the methods that draw at random; the same one gives the same map.</summary>
    public int Seed { get; init; }

    /// <summary>Told how many of the passes are done by the methods that take many.</summary>
    public IProgress<DataProgress>? Progress { get; init; }

    /// <summary>Ends the methods that take many passes.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Rows of the image.</summary>
    public int Height => Network.Height;

    /// <summary>Columns of the image.</summary>
    public int Width => Network.Width;

    /// <summary>Asks about a prepared image.</summary>
    /// <param name="network">The network.</param>
    /// <param name="framed">The image, its grey levels normalised.</param>
    /// <param name="classIndex">The class explained.</param>
    internal static ExplanationRequest Of(IExplainedNetwork network, FramedImage framed, int classIndex) =>
        new(network, framed.Grey, classIndex) { Views = framed.Views, Lungs = framed.Lungs is { IsPlausible: true } lungs ? lungs : null };

    /// <summary>The last feature map, computed where it is not known.</summary>
    internal FeatureMap FeatureMap() => Features ?? Network.Features(Image);
}
