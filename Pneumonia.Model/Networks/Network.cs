using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks;

/// <summary>A convolutional classifier: a backbone that ends in a feature map, and a head that turns it into logits.</summary>
public abstract class Network(string name) : Module<Tensor, Tensor>
{
    /// <summary>Name of the architecture.</summary>
    public string Name => name;

    /// <summary>The head's last layer, whose weight has the shape [classes, features].</summary>
    public abstract Linear Classifier { get; }

    /// <summary>Last convolutional feature map.</summary>
    /// <param name="images">[N, channels, height, width], preprocessed.</param>
    /// <returns>[N, features, h, w].</returns>
    public abstract Tensor Features(Tensor images);

    /// <summary>Pooled features, before dropout: the "bottleneck" of transfer learning.</summary>
    /// <param name="features">[N, features, h, w], as <see cref="Features"/> returns it.</param>
    /// <returns>[N, features].</returns>
    public virtual Tensor Bottleneck(Tensor features) => functional.adaptive_avg_pool2d(features, 1).flatten(1);

    /// <summary>Logits of pooled features.</summary>
    /// <param name="bottleneck">[N, features].</param>
    /// <returns>[N, classes].</returns>
    public abstract Tensor Classify(Tensor bottleneck);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Classify(Bottleneck(Features(input)));
}
