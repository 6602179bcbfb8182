using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Model.Networks;

/// <summary>A convolutional classifier: a backbone that ends in a feature map, and a head that turns it into logits.</summary>
/// <param name="name">Name of the architecture.</param>
/// <param name="options">Classes, input channels, dropout.</param>
public abstract class Network(string name, NetworkOptions options) : Module<Tensor, Tensor>
{
    private readonly Dropout dropout = Dropout(options.Dropout);

    /// <summary>Name of the architecture.</summary>
    public string Name => name;

    /// <summary>The head's last layer, whose weight has the shape [classes, features].</summary>
    public abstract Linear Classifier { get; }

    /// <summary>Whether the head is nothing but the mean over the feature map and the <see cref="Classifier"/>, so that a class
    /// activation map is exact.</summary>
    public virtual bool EndsInGlobalAveragePooling => true;

    /// <summary>Last convolutional feature map.</summary>
    /// <param name="images">[N, channels, height, width], preprocessed.</param>
    /// <param name="tap">Shown one feature map or more of the middle of the network, the shallowest first; it must not keep or change
    /// them. Always the same maps for the same architecture. May be null.</param>
    /// <returns>[N, channels of the map, h, w].</returns>
    public abstract Tensor Features(Tensor images, Action<Tensor>? tap = null);

    /// <summary>The classifier's input, before its dropout: the "bottleneck" of transfer learning.</summary>
    /// <param name="features">[N, channels of the map, h, w], as <see cref="Features"/> returns it.</param>
    /// <returns>[N, features].</returns>
    public virtual Tensor Bottleneck(Tensor features) => functional.adaptive_avg_pool2d(features, 1).flatten(1);

    /// <summary>Logits of the classifier's input.</summary>
    /// <param name="bottleneck">[N, features].</param>
    /// <returns>[N, classes].</returns>
    public Tensor Classify(Tensor bottleneck) => Classifier.forward(dropout.forward(bottleneck));

    /// <summary>Logits for deciding, outside of training.</summary>
    /// <param name="images">[N, channels, height, width], preprocessed.</param>
    /// <param name="flip">Whether to take the mean over each image and its mirror image, left for right.</param>
    /// <returns>[N, classes].</returns>
    public Tensor Decide(Tensor images, bool flip) => flip ? WithMirrorImages(forward(images), images) : forward(images);

    /// <summary>Means of the logits of images, computed already, and of their mirror images.</summary>
    /// <param name="logits">[N, classes].</param>
    /// <param name="images">[N, channels, height, width], preprocessed.</param>
    /// <returns>[N, classes].</returns>
    public Tensor WithMirrorImages(Tensor logits, Tensor images) => (logits + forward(images.flip(3))) * 0.5;

    /// <summary>Runs layers one after the other and shows the output of one of them.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="input">Input of the first.</param>
    /// <param name="tap">Shown the map; may be null.</param>
    /// <param name="tapped">Index of the layer whose output is shown.</param>
    private protected static Tensor Run(Sequential layers, Tensor input, Action<Tensor>? tap, int tapped)
    {
        if (tap is null)
        {
            return layers.forward(input);
        }

        using var scope = NewDisposeScope();
        for (var i = 0; i < layers.Count; i++)
        {
            input = layers[i].forward(input);
            if (i == tapped)
            {
                tap(input);
            }
        }

        return scope.MoveToOuter(input);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Classify(Bottleneck(Features(input)));
}
