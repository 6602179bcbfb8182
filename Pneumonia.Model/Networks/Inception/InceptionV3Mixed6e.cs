using Pneumonia.Model.Networks.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Inception;

/// <summary>Inception v3 cut off after Mixed_6e: global average pooling of its 768 features, dropout, one linear layer.</summary>
/// <remarks>
/// For small medical data sets: there the upper layers of networks made for ImageNet bring little (Raghu et al. 2019, "Transfusion:
/// understanding transfer learning for medical imaging", section 5). It has 9 of the whole network's 22 million parameters and a
/// last map of twice its resolution, so that saliency is finer. It takes the whole network's weights.
/// </remarks>
public sealed class InceptionV3Mixed6e : InceptionTrunk
{
    private readonly Linear fc;

    /// <summary>Images of 43 x 43 are the least.</summary>
    public InceptionV3Mixed6e(NetworkOptions options)
        : base("inception_v3_mixed6e", options)
    {
        fc = ClassifierOf(768);
        RegisterComponents();
        NetworkInitialization.WideNormal(this);
    }

    /// <inheritdoc/>
    public override Linear Classifier => fc;
}
