using Pneumonia.Core.Graphs;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Pneumonia.Model.Packaging.Onnx;

/// <summary>Writes a network's operations into an ONNX graph. A convolution waits until it is used: where a batch normalisation is all
/// that uses it, both become one.</summary>
internal sealed class OnnxOperations : IOperations<OnnxValue>
{
    private readonly OnnxGraph _graph;
    private readonly Dictionary<Module, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, WaitingConvolution> _waiting = [];
    private readonly Dictionary<string, OnnxValue> _written = [];

    /// <param name="graph">The graph, which has its input already.</param>
    /// <param name="network">In evaluation mode; its parameters' names become the constants'.</param>
    public OnnxOperations(OnnxGraph graph, Module network)
    {
        _graph = graph;
        foreach (var (name, module) in network.named_modules())
        {
            _names[module] = name;
        }
    }

    /// <inheritdoc/>
    public OnnxValue Run(Layer layer, OnnxValue input) => layer.Run(this, input);

    /// <inheritdoc/>
    public OnnxValue Convolve(OnnxValue input, Conv2d layer)
    {
        var convolution = new WaitingConvolution(Written(input), layer, layer.bias?.ToArray<float>() ?? []);
        var (height, width) = convolution.Window.Output(convolution.Input);
        var value = new OnnxValue($"{_names[layer]}:waiting:{_waiting.Count + _written.Count}", [(int)layer.out_channels, height, width]);
        _waiting[value.Name] = convolution;
        return value;
    }

    /// <inheritdoc/>
    public OnnxValue Normalise(OnnxValue input, BatchNorm2d layer)
    {
        var (scale, shift) = (layer.weight!.ToArray<float>(), layer.bias!.ToArray<float>());
        var (mean, variance) = (layer.running_mean!.ToArray<float>(), layer.running_var!.ToArray<float>());
        if (_waiting.Remove(input.Name, out var convolution))
        {
            var (factor, bias) = BatchNormFolding.Fold(convolution.Bias, scale, shift, mean, variance, layer.eps);
            return Write(convolution, factor, bias);
        }

        string Constant(string name, float[] values) => _graph.Initializer($"{_names[layer]}.{name}", values, values.Length);
        return _graph.BatchNormalization(
            Written(input), Constant("weight", scale), Constant("bias", shift), Constant("running_mean", mean), Constant("running_var", variance),
            (float)layer.eps);
    }

    /// <inheritdoc/>
    public OnnxValue Relu(OnnxValue input) => _graph.Relu(Written(input));

    /// <inheritdoc/>
    public OnnxValue Relu6(OnnxValue input) => _graph.Clip(Written(input), 0, 6);

    /// <inheritdoc/>
    public OnnxValue Silu(OnnxValue input) => _graph.Silu(Written(input));

    /// <inheritdoc/>
    public OnnxValue Sigmoid(OnnxValue input) => _graph.Sigmoid(Written(input));

    /// <inheritdoc/>
    public OnnxValue MaxPool(OnnxValue input, int kernel, int stride, int padding = 0) =>
        _graph.MaxPool(Written(input), new OnnxWindow(kernel, stride, padding));

    /// <inheritdoc/>
    public OnnxValue AveragePool(OnnxValue input, int kernel, int stride, int padding = 0) =>
        _graph.AveragePool(Written(input), new OnnxWindow(kernel, stride, padding));

    /// <inheritdoc/>
    public OnnxValue AveragePoolTo(OnnxValue input, int side) => _graph.AdaptiveAveragePool(Written(input), side, side);

    /// <inheritdoc/>
    public OnnxValue Upsample(OnnxValue input) => _graph.Upsample(Written(input));

    /// <inheritdoc/>
    public OnnxValue SplitViews(OnnxValue images, int views) => _graph.SplitViews(Written(images), views);

    /// <inheritdoc/>
    public OnnxValue JoinViews(OnnxValue maps, int views) => _graph.JoinViews(Written(maps), views);

    /// <inheritdoc/>
    public OnnxValue Flatten(OnnxValue input) => _graph.Flatten(Written(input));

    /// <inheritdoc/>
    public OnnxValue Add(OnnxValue first, OnnxValue second) => _graph.Add(Written(first), Written(second));

    /// <inheritdoc/>
    public OnnxValue Scale(OnnxValue maps, OnnxValue gates) => _graph.Mul(Written(maps), Written(gates));

    /// <inheritdoc/>
    public OnnxValue Join(params OnnxValue[] maps) => _graph.Concat(Array.ConvertAll(maps, Written));

    /// <inheritdoc/>
    public OnnxValue Multiply(OnnxValue input, Linear layer)
    {
        var (name, shape) = (_names[layer], layer.weight!.shape);
        var weight = _graph.Weights($"{name}.weight", layer.weight.ToArray<float>(), (int)shape[0], (int)shape[1]);
        var bias = layer.bias is null ? null : _graph.Initializer($"{name}.bias", layer.bias.ToArray<float>(), (int)shape[0]);
        return _graph.Linear(Written(input), weight, bias, (int)shape[0]);
    }

    /// <inheritdoc/>
    public OnnxValue Drop(OnnxValue input, Dropout layer) => input;

    /// <inheritdoc/>
    public OnnxValue DropImages(OnnxValue input, StochasticDepth layer) => input;

    /// <summary>The value as it stands in the graph.</summary>
    public OnnxValue Written(OnnxValue value)
    {
        if (_waiting.Remove(value.Name, out var convolution))
        {
            _written[value.Name] = Write(convolution, factor: null, convolution.Bias);
        }

        return _written.GetValueOrDefault(value.Name, value);
    }

    private OnnxValue Write(WaitingConvolution convolution, float[]? factor, float[] bias)
    {
        var (layer, name) = (convolution.Layer, _names[convolution.Layer]);
        int[] shape = Array.ConvertAll(layer.weight!.shape, size => (int)size);
        var weight = _graph.Weights($"{name}.weight", layer.weight.ToArray<float>(), shape);
        if (factor is not null)
        {
            var scale = _graph.Initializer($"{name}.scale", factor, shape[0], 1, 1, 1);
            weight = _graph.Node("Mul", [weight, scale], shape, name: $"{name}.folded").Name;
        }

        var biases = bias.Length > 0 ? _graph.Initializer($"{name}.bias", bias, shape[0]) : null;
        return _graph.Conv(convolution.Input, weight, biases, shape[0], convolution.Window, (int)layer.groups);
    }
}
