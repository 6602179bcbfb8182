using Pneumonia.Core;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Pretrained;
using Pneumonia.Model.Training.Pretrained.TensorFlowJs;
using Pneumonia.Tests.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Pretrained.TensorFlowJs;

[Collection(NetworkCollection.Name)]
public sealed class KerasInceptionV3Tests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly List<string> _log = [];

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_convolution_and_norm_of_inception_v3_gets_its_weights_in_the_order_of_the_layers()
    {
        using var network = Create("inception_v3");
        var state = network.state_dict();
        var layers = state.Keys.Where(name => name.EndsWith(".conv.weight", StringComparison.Ordinal))
            .Select(name => name[..^".conv.weight".Length])
            .OrderBy(name => name.Split('.')[0], StringComparer.Ordinal)
            .ToArray();

        var translated = KerasInceptionV3.Translate(Layers(1, gamma: false));

        Assert.Equal(94, layers.Length);
        Assert.Equal(layers, KerasInceptionV3.Layers);
        Assert.Equal(
            state.Keys.Where(name => !name.StartsWith("fc.", StringComparison.Ordinal)
                && !name.EndsWith(".num_batches_tracked", StringComparison.Ordinal)).Order(),
            translated.Keys.Order());
        Assert.All(layers.Index(), layer =>
        {
            Assert.Equal(layer.Index, translated[$"{layer.Item}.conv.weight"].item<float>());
            Assert.Equal(layer.Index + 0.5f, translated[$"{layer.Item}.bn.running_mean"].item<float>());
            Assert.Equal(1, translated[$"{layer.Item}.bn.weight"].item<float>());
        });
    }

    [Fact]
    public void Numbers_may_begin_anywhere_and_a_scale_is_taken_where_there_is_one()
    {
        var numbered = KerasInceptionV3.Translate(Layers(95, gamma: true));
        var unnumbered = KerasInceptionV3.Translate(Layers(0, gamma: true));

        Assert.Equal(93, numbered["Mixed_7c.branch_pool.conv.weight"].item<float>());
        Assert.Equal(93, unnumbered["Mixed_7c.branch_pool.conv.weight"].item<float>());
        Assert.Equal(7, numbered["Conv2d_1a_3x3.bn.weight"].item<float>());
    }

    [Fact]
    public void The_whole_networks_weights_begin_one_that_ends_with_mixed_6e()
    {
        using var target = Create("inception_v3_mixed6e");
        var path = Whole(target).Write(_folder, "shard1", "shard2");

        PretrainedWeights.Load(path, target, _log.Add);

        var state = target.state_dict();
        // Keras: [height, width, in, out] of values i % 251; ours: [out, in, height, width].
        const int inputs = 32, outputs = 64;
        var kernel = state["Conv2d_2b_3x3.conv.weight"].ToArray<float>();
        var theirs = (((((1 * 3) + 2) * inputs) + 5) * outputs) + 7;
        Assert.Equal((theirs % 251 * 0.01) - 1, kernel[(((((7 * inputs) + 5) * 3) + 1) * 3) + 2], 1e-6);
        // A grey first kernel is the sum over red, green and blue.
        var first = state["Conv2d_1a_3x3.conv.weight"].ToArray<float>();
        var sum = Enumerable.Range(0, 3).Sum(colour => (((((((2 * 3) + 1) * 3) + colour) * 32) + 9) % 251 * 0.01) - 1);
        Assert.Equal(sum, first[(((9 * 3) + 2) * 3) + 1], 1e-5);
        Assert.Equal("weights: 350 of 352 tensors taken over from model.json", _log[0]);
        Assert.Equal("weights not in the file, and random: fc.weight, fc.bias", _log[1]);
        Assert.StartsWith("weights of layers after the last one here, and unused: Mixed_7", _log[2], StringComparison.Ordinal);
        Assert.Equal(3, _log.Count);
    }

    [Fact]
    public void Torchvisions_whole_network_begins_it_too()
    {
        using var whole = Create("inception_v3");
        using var target = Create("inception_v3_mixed6e");
        var file = Path.Combine(_folder.Path, "inception_v3.safetensors");
        Safetensors.Save(file, whole.state_dict());

        PretrainedWeights.Load(file, target, _log.Add);

        Assert.True(target.state_dict()["Mixed_6e.branch1x1.conv.weight"]
            .eq(whole.state_dict()["Mixed_6e.branch1x1.conv.weight"]).all().item<bool>());
    }

    [Fact]
    public void Another_network_in_tensorflow_js_is_refused()
    {
        var path = new MadeModel().AddBytes("conv2d_1/kernel", [1, 1, 1, 1], _ => 1).Write(_folder, "shard");
        using var target = Create("inception_v3_mixed6e");

        var error = Assert.Throws<UserException>(() => PretrainedWeights.Load(path, target, _log.Add));

        Assert.Equal(
            $"{path}: the weights cannot be read: it has 1 layers called conv2d, where Keras' Inception v3 has 94.", error.Message);
    }

    [Fact]
    public void A_network_that_has_no_names_in_keras_is_refused()
    {
        var path = new MadeModel().AddBytes("conv2d_1/kernel", [1, 1, 1, 1], _ => 1).Write(_folder, "shard");
        using var target = Create("resnet18");

        var error = Assert.Throws<UserException>(() => PretrainedWeights.Load(path, target, _log.Add));

        Assert.EndsWith("only Inception v3 in Keras' layers is understood.", error.Message, StringComparison.Ordinal);
    }

    private static Network Create(string name) => NetworkFactory.Create(name, new NetworkOptions(Classes: 2));

    // One value a tensor: the layer's place.
    private static Dictionary<string, Tensor> Layers(int first, bool gamma)
    {
        var weights = new Dictionary<string, Tensor>();
        for (var i = 93; i >= 0; i--)
        {
            var number = first + i == 0 ? "" : $"_{first + i}";
            weights[$"conv2d{number}/kernel"] = full([1, 1, 1, 1], (float)i);
            weights[$"batch_normalization{number}/beta"] = full([1], (float)i);
            weights[$"batch_normalization{number}/moving_mean"] = full([1], i + 0.5f);
            weights[$"batch_normalization{number}/moving_variance"] = full([1], (float)i);
            if (gamma)
            {
                weights[$"batch_normalization{number}/gamma"] = full([1], 7f);
            }
        }

        return weights;
    }

    // Layers that the network lacks are of one value.
    private static MadeModel Whole(Network network)
    {
        var state = network.state_dict();
        var model = new MadeModel();
        foreach (var (i, layer) in KerasInceptionV3.Layers.Index())
        {
            long[] shape = state.TryGetValue($"{layer}.conv.weight", out var weight) ? weight.shape.ToArray() : [1, 1, 1, 1];
            model.AddBytes(
                $"conv2d_{i + 1}/kernel", [shape[2], shape[3], i == 0 ? 3 : shape[1], shape[0]], value => (byte)(value % 251));
            foreach (var part in (string[])["beta", "moving_mean", "moving_variance"])
            {
                model.AddBytes($"batch_normalization_{i + 1}/{part}", [shape[0]], value => (byte)(value % 251), min: 0);
            }
        }

        return model;
    }
}
