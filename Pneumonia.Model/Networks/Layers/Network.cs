using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pneumonia.Model.Networks.Layers;

/// <summary>A convolutional classifier: a backbone that ends in a feature map, and a head that turns it into logits.</summary>
/// <param name="name">Name of the architecture.</param>
/// <param name="options">Classes, input channels, dropout.</param>
public abstract class Network(string name, NetworkOptions options) : Layer(name)
{
    private protected readonly Dropout dropout = nn.Dropout(options.Dropout);

    /// <summary>Name of the architecture.</summary>
    public string Name { get; } = name;

    /// <summary>Channels of the images that it takes.</summary>
    public int InputChannels => options.InputChannels;

    /// <summary>The head's last layer, whose weight has the shape [classes, features].</summary>
    public abstract Linear Classifier { get; }

    /// <summary>Whether the head is nothing but the mean over the feature map and the <see cref="Classifier"/>, so that a class
    /// activation map is exact.</summary>
    public virtual bool EndsInGlobalAveragePooling => true;

    /// <summary>Views of an X-ray, one above the other in an image, that the backbone sees each by itself.</summary>
    public int Views => options.Views;

    /// <summary>Last convolutional feature map. Where an image holds several views, each has channels and rows of its own, and the rest of its rows is
    /// zero: so the mean over the map holds the features of all, and a class activation map has the views where the image has them.</summary>
    /// <param name="operations">Who performs.</param>
    /// <param name="images">[N, channels, height, width], preprocessed.</param>
    /// <param name="tap">Shown one feature map or more of the middle of the network, the shallowest first; it must not keep or change
    /// them. Always the same maps for the same architecture. May be null.</param>
    /// <returns>[N, channels of the map, h, w].</returns>
    public T Features<T>(IOperations<T> operations, T images, Action<T>? tap = null) => Views == 1
        ? Maps(operations, images, tap)
        : operations.JoinViews(
            Maps(operations, operations.SplitViews(images, Views), tap is null ? null : map => tap(operations.JoinViews(map, Views))), Views);

    /// <summary>Last convolutional feature map of one view.</summary>
    /// <inheritdoc cref="Features{T}"/>
    protected abstract T Maps<T>(IOperations<T> operations, T images, Action<T>? tap = null);

    /// <summary>The head's last layer: a row for each class, a column for each feature of each view.</summary>
    /// <param name="features">Features of one view.</param>
    private protected Linear ClassifierOf(int features) => nn.Linear(features * options.Views, options.Classes);

    /// <summary>The classifier's input, before its dropout: the "bottleneck" of transfer learning.</summary>
    /// <param name="operations">Who performs.</param>
    /// <param name="features">[N, channels of the map, h, w], as <see cref="Features{T}"/> returns it.</param>
    /// <returns>[N, features].</returns>
    public virtual T Bottleneck<T>(IOperations<T> operations, T features) => operations.Flatten(operations.AveragePoolTo(features, 1));

    /// <summary>Logits of the classifier's input.</summary>
    /// <param name="operations">Who performs.</param>
    /// <param name="bottleneck">[N, features].</param>
    /// <returns>[N, classes].</returns>
    public T Classify<T>(IOperations<T> operations, T bottleneck) =>
        operations.Multiply(operations.Drop(bottleneck, dropout), Classifier);

    /// <inheritdoc/>
    public override T Run<T>(IOperations<T> operations, T input) =>
        Classify(operations, Bottleneck(operations, Features(operations, input)));

    /// <inheritdoc cref="Features{T}"/>
    public Tensor Features(Tensor images, Action<Tensor>? tap = null)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Features(TorchOperations.Exact, images, tap));
    }

    /// <inheritdoc cref="Bottleneck{T}"/>
    public Tensor Bottleneck(Tensor features)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(Bottleneck(TorchOperations.Exact, features));
    }

    /// <inheritdoc cref="Classify{T}"/>
    public Tensor Classify(Tensor bottleneck) => Classify(TorchOperations.Exact, bottleneck);

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
}
