using Pneumonia.Core.Data;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Training.Images;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Model.Training;

/// <summary>A trained network and what it says of the held-out images.</summary>
/// <param name="Network">The best epoch's weights, rounded as they are stored. Owned by this result.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="Classes">Class names in the order of the logits.</param>
/// <param name="State">Epochs, best epoch, history.</param>
/// <param name="DataSha256">Hash over the content hashes of all images.</param>
/// <param name="HeldOut">The held-out images.</param>
/// <param name="HeldOutLogits">Logits of every held-out image.</param>
/// <param name="HeldOutLabels">Class index of every held-out image.</param>
/// <param name="Training">Images trained on, without the phantoms added to them.</param>
/// <param name="Roles">Which held-out images chose the epoch, and which calibrate and judge.</param>
/// <param name="Pretrained">Where the first weights came from; null: they were random.</param>
public sealed record TrainingResult(
    Network Network,
    ImageClassificationOptions Options,
    IReadOnlyList<string> Classes,
    TrainingState State,
    string DataSha256,
    IReadOnlyList<XRay> HeldOut,
    float[][] HeldOutLogits,
    IReadOnlyList<int> HeldOutLabels,
    IReadOnlyList<XRay> Training,
    HoldOutRoles Roles,
    PretrainedSource? Pretrained) : IDisposable
{
    /// <summary>Makes the network's input of X-rays.</summary>
    public ImagePreparation Preparation { get => field ?? new(Options.Network.Preprocessing); init; }

    /// <summary>Bytes of the ONNX file that finds the lungs; null where the network sees whole images.</summary>
    public byte[]? LungFinder { get; init; }

    /// <summary>Pictures that the images held more than once; null: none.</summary>
    public PictureFindings? EqualPictures { get; init; }

    /// <summary>How well the files alone tell their class; null: too few patients to say.</summary>
    public FileFactsFindings? FileFacts { get; init; }

    /// <summary>What finds the lungs; disposed of with the network.</summary>
    internal LungNetwork? Lungs { get; init; }

    /// <summary>Frees the network.</summary>
    public void Dispose()
    {
        Network.Dispose();
        Lungs?.Dispose();
    }
}
