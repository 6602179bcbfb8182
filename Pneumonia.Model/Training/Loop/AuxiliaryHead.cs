using Pneumonia.Model.Training.Augmentation;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Training.Loop;

/// <summary>A second classifier on the network's pooled features, which tells causes apart while the network is trained (auxiliary
/// tasks: Caruana 1997, "Multitask learning") and is no part of the network.</summary>
/// <param name="features">Number of pooled features.</param>
/// <param name="targets">Cause of every training image.</param>
/// <param name="weight">Weight of its loss.</param>
/// <param name="device">Where the network is.</param>
internal sealed class AuxiliaryHead(long features, CauseTargets targets, double weight, Device device) : IDisposable
{
    /// <summary>The classifier.</summary>
    public Linear Classifier { get; } = Linear(features, targets.Names.Count, device: device);

    /// <summary>Its weighted loss; images of unknown cause do not count.</summary>
    /// <param name="bottleneck">[N, features].</param>
    /// <param name="indices">Which training images these are.</param>
    /// <param name="mixing">How the images were mixed; null: not.</param>
    public Tensor Loss(Tensor bottleneck, ReadOnlySpan<int> indices, BatchMixing? mixing)
    {
        var causes = SoftTargets.Of(targets.Indexes, indices, targets.Names.Count).to(bottleneck.device);
        var logits = Classifier.forward(bottleneck.to(ScalarType.Float32));
        return SoftTargets.CrossEntropy(logits, mixing?.Targets(causes) ?? causes, null, 0) * weight;
    }

    public void Dispose() => Classifier.Dispose();
}
