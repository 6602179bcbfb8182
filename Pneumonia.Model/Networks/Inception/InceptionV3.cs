using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Inception v3 (Szegedy et al. 2016, "Rethinking the Inception architecture for computer vision", table 1), without the
/// auxiliary classifier. Parameters are named as in torchvision.</summary>
public sealed class InceptionV3 : InceptionTrunk
{
    private readonly InceptionD Mixed_7a;
    private readonly InceptionE Mixed_7b;
    private readonly InceptionE Mixed_7c;
    private readonly Linear fc;

    /// <summary>Made for images of 299 x 299; 75 x 75 are the least.</summary>
    public InceptionV3(NetworkOptions options)
        : base("inception_v3", options)
    {
        Mixed_7a = new(768);
        Mixed_7b = new(1280);
        Mixed_7c = new(2048);
        fc = ClassifierOf(2048);
        RegisterComponents();
        NetworkInitialization.WideNormal(this);
    }

    /// <inheritdoc/>
    public override Linear Classifier => fc;

    /// <inheritdoc/>
    /// <returns>[N, 2048, h, w]: 8 x 8 for an image of 299 x 299, 5 x 5 for 224 x 224.</returns>
    protected override T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null) =>
        operations.RunAll(base.Maps(operations, images, tap), Mixed_7a, Mixed_7b, Mixed_7c);
}
