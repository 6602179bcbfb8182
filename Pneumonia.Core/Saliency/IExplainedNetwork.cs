namespace Pneumonia.Core.Saliency;

/// <summary>A trained classifier as the explanation methods see it, whatever runs it. Can be asked by several threads at once.</summary>
public interface IExplainedNetwork
{
    /// <summary>Name of the architecture.</summary>
    string Name { get; }

    /// <summary>Rows of its input.</summary>
    int Height { get; }

    /// <summary>Columns of its input.</summary>
    int Width { get; }

    /// <summary>Weights of the last linear layer, [classes][channels of the feature map], of a network whose head is nothing but the mean
    /// over the feature map and that layer; otherwise null.</summary>
    IReadOnlyList<float[]>? ClassWeights { get; }

    /// <summary>Logits of images.</summary>
    /// <param name="images">[count, 1, height, width], row-major, preprocessed. Is overwritten once this returns: it must not be kept.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <returns>[count][classes].</returns>
    float[][] Logits(float[] images, int count);

    /// <summary>The last convolutional feature map of an image.</summary>
    /// <param name="image">[1, 1, height, width], row-major, preprocessed.</param>
    FeatureMap Features(float[] image);
}
