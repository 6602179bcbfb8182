using TorchSharp.Modules;

namespace Pneumonia.Model.Networks.Layers;

/// <summary>What networks are made of. A network says once which operations it consists of, and serves whoever performs them: libtorch,
/// in full or low precision (<see cref="TorchOperations"/>), or the writer of an ONNX graph.</summary>
/// <typeparam name="T">A batch of images or feature maps [N, C, H, W], or of vectors [N, features].</typeparam>
public interface IOperations<T>
{
    /// <summary>Performs a part of a network.</summary>
    T Run(Layer layer, T input);

    /// <summary>A convolution with a layer's kernels, stride, padding and groups.</summary>
    T Convolve(T input, Conv2d layer);

    /// <summary>Batch normalisation by a layer's statistics, or in training by the batch's.</summary>
    T Normalise(T input, BatchNorm2d layer);

    /// <summary>Negative elements become 0. May overwrite its input.</summary>
    T Relu(T input);

    /// <summary>Elements limited to 0..6.</summary>
    T Relu6(T input);

    /// <summary>x times its logistic function.</summary>
    T Silu(T input);

    /// <summary>The logistic function.</summary>
    T Sigmoid(T input);

    /// <summary>The greatest element under a sliding square.</summary>
    T MaxPool(T input, int kernel, int stride, int padding = 0);

    /// <summary>The mean under a sliding square, which counts padded zeros.</summary>
    T AveragePool(T input, int kernel, int stride, int padding = 0);

    /// <summary>Means over a grid of side x side equal parts of each map.</summary>
    T AveragePoolTo(T input, int side);

    /// <summary>Each map at twice its height and width: every element four times.</summary>
    T Upsample(T input);

    /// <summary>The views that lie one above the other in every image, each as an image of its own: [N, C, views H, W] as [N views, C, H, W].</summary>
    T SplitViews(T images, int views);

    /// <summary>Maps of the views as maps of their images: [N views, C, h, w] as [N, views C, views h, w]. Each view has channels and rows of its own, the
    /// rest of which is zero.</summary>
    T JoinViews(T maps, int views);

    /// <summary>[N, C, H, W] as [N, C H W].</summary>
    T Flatten(T input);

    /// <summary>The sum. May overwrite its first input.</summary>
    T Add(T first, T second);

    /// <summary>Each map times its gate.</summary>
    /// <param name="maps">[N, C, H, W].</param>
    /// <param name="gates">[N, C, 1, 1].</param>
    T Scale(T maps, T gates);

    /// <summary>The maps of all, one behind the other.</summary>
    T Join(params T[] maps);

    /// <summary>A layer's matrix and bias applied to vectors.</summary>
    T Multiply(T input, Linear layer);

    /// <summary>In training, drops elements at random.</summary>
    T Drop(T input, Dropout layer);

    /// <summary>In training, drops whole images at random.</summary>
    T DropImages(T input, StochasticDepth layer);
}
