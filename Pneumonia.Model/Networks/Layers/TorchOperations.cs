using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Networks.Layers;

/// <summary>Performs by libtorch, in float32, or in low precision: convolutions and linear layers then compute in bfloat16 from weights
/// that stay float32, as PyTorch's autocast does, and maps stay bfloat16 until somebody converts them.</summary>
/// <param name="lowPrecision">Whether to compute in bfloat16.</param>
public sealed class TorchOperations(bool lowPrecision) : IOperations<Tensor>
{
    /// <summary>In float32.</summary>
    public static TorchOperations Exact { get; } = new(lowPrecision: false);

    /// <inheritdoc/>
    public Tensor Run(Layer layer, Tensor input)
    {
        using var scope = NewDisposeScope();
        var output = layer.Run(this, input);
        return ReferenceEquals(output, input) ? output : scope.MoveToOuter(output);
    }

    /// <inheritdoc/>
    public Tensor Convolve(Tensor input, Conv2d layer) => functional.conv2d(
        Cast(input), Cast(layer.weight), layer.bias is { } bias ? Cast(bias) : null, layer.stride, layer.padding, layer.dilation, layer.groups);

    /// <inheritdoc/>
    public Tensor Normalise(Tensor input, BatchNorm2d layer) => functional.batch_norm(
        input, layer.running_mean, layer.running_var, layer.weight, layer.bias, layer.training, layer.momentum!.Value, layer.eps);

    /// <inheritdoc/>
    public Tensor Relu(Tensor input) => input.relu_();

    /// <inheritdoc/>
    public Tensor Relu6(Tensor input) => input.clamp(0, 6);

    /// <inheritdoc/>
    public Tensor Silu(Tensor input) => functional.silu(input);

    /// <inheritdoc/>
    public Tensor Sigmoid(Tensor input) => input.sigmoid();

    /// <inheritdoc/>
    public Tensor MaxPool(Tensor input, int kernel, int stride, int padding = 0) => functional.max_pool2d(input, kernel, stride, padding);

    /// <inheritdoc/>
    public Tensor AveragePool(Tensor input, int kernel, int stride, int padding = 0) => functional.avg_pool2d(input, kernel, stride, padding);

    /// <inheritdoc/>
    public Tensor AveragePoolTo(Tensor input, int side) => functional.adaptive_avg_pool2d(input, side);

    /// <inheritdoc/>
    public Tensor Upsample(Tensor input) => functional.interpolate(input, scale_factor: [2, 2], mode: InterpolationMode.Nearest);

    /// <inheritdoc/>
    public Tensor SplitViews(Tensor images, int views)
    {
        var (count, channels, height, width) = (images.shape[0], images.shape[1], images.shape[2] / views, images.shape[3]);
        return images.reshape(count, channels, views, height, width).transpose(1, 2).reshape(count * views, channels, height, width);
    }

    /// <inheritdoc/>
    public Tensor JoinViews(Tensor maps, int views)
    {
        var height = maps.shape[2];
        var apart = maps.reshape(maps.shape[0] / views, views, maps.shape[1], height, maps.shape[3]);
        return cat([.. Enumerable.Range(0, views).Select(view =>
            functional.pad(apart.select(1, view), [0, 0, view * height, (views - 1 - view) * height]))], dim: 1);
    }

    /// <inheritdoc/>
    public Tensor Flatten(Tensor input) => input.flatten(1);

    /// <inheritdoc/>
    public Tensor Add(Tensor first, Tensor second) => first.add_(second);

    /// <inheritdoc/>
    public Tensor Scale(Tensor maps, Tensor gates) => maps * gates;

    /// <inheritdoc/>
    public Tensor Join(params Tensor[] maps) => cat(maps, dim: 1);

    /// <inheritdoc/>
    public Tensor Multiply(Tensor input, Linear layer) =>
        functional.linear(Cast(input), Cast(layer.weight), layer.bias is { } bias ? Cast(bias) : null);

    /// <inheritdoc/>
    public Tensor Drop(Tensor input, Dropout layer) => layer.training && layer.p > 0 ? functional.dropout(input, layer.p, training: true) : input;

    /// <inheritdoc/>
    public Tensor DropImages(Tensor input, StochasticDepth layer)
    {
        if (!layer.training || layer.Probability == 0)
        {
            return input;
        }

        var kept = functional.dropout(ones([input.shape[0], 1, 1, 1], input.dtype, input.device), layer.Probability, training: true);
        return input * kept;
    }

    private Tensor Cast(Tensor tensor) => lowPrecision ? tensor.to(ScalarType.BFloat16) : tensor;
}
