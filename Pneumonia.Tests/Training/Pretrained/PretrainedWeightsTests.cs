using System.Text.RegularExpressions;
using Pneumonia.Core;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Pretrained;
using Pneumonia.Tests.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Pretrained;

[Collection(NetworkCollection.Name)]
public sealed class PretrainedWeightsTests : IDisposable
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
    public void ImageNets_colour_weights_see_a_grey_image_as_they_see_it_in_three_equal_channels()
    {
        using var colour = Create("resnet18", classes: 1000, channels: 3);
        using var grey = Create("resnet18");
        var head = grey.Classifier.weight.clone();

        Load(colour.state_dict(), grey);

        colour.eval();
        grey.eval();
        using var gradients = no_grad();
        var image = randn([2, 1, 64, 64]);
        var expected = colour.Features(image.expand(2, 3, 64, 64)).ToArray<float>();
        Assert.All(expected.Zip(grey.Features(image).ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        Assert.Equal(head.ToArray<float>(), grey.Classifier.weight.ToArray<float>());
        Assert.Contains(_log, line => line.Contains(
            "fc.weight [1000, 512] for [2, 512], fc.bias [1000] for [2]", StringComparison.Ordinal));
    }

    [Fact]
    public void Efficientnet_b0_takes_timms_names() => TakesAllOf(TimmNames.EfficientNetB0, "efficientnet_b0");

    [Fact]
    public void Mobilenet_v2_takes_timms_names() => TakesAllOf(TimmNames.MobileNetV2, "mobilenet_v2");

    [Fact]
    public void Resnetv2_takes_timms_classifier_which_is_a_convolution()
    {
        using var source = Create("resnetv2_50");
        var weights = source.state_dict();
        weights["head.fc.weight"] = weights["head.fc.weight"].reshape(2, 2048, 1, 1);

        TakesAllOf(weights, source);
    }

    [Fact]
    public void Densenet121_takes_the_names_in_torchvisions_published_file()
    {
        using var source = Create("densenet121");
        var weights = source.state_dict().ToDictionary(
            entry => Regex.Replace(entry.Key, @"(?<=denselayer\d+\.)(norm|conv)(\d)", "$1.$2"), entry => entry.Value);
        Assert.Contains("features.denseblock2.denselayer11.norm.1.running_mean", weights.Keys);

        TakesAllOf(weights, source);
    }

    [Fact]
    public void Inception_v3_passes_over_the_auxiliary_classifier()
    {
        using var source = Create("inception_v3");
        var weights = source.state_dict();
        weights["AuxLogits.conv0.conv.weight"] = zeros([128, 768, 1, 1]);

        TakesAllOf(weights, source);
    }

    [Fact]
    public void A_file_without_counts_of_batches_is_complete()
    {
        using var source = Create("resnet18");

        var weights = source.state_dict().Where(entry => !entry.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal));
        TakesAllOf(weights.ToDictionary(), source);
    }

    [Fact]
    public void What_is_missing_and_what_is_of_no_use_is_said()
    {
        using var source = Create("resnet18");
        var weights = source.state_dict();
        weights.Remove("layer1.0.conv1.weight");
        weights["ema.decay"] = zeros([1]);

        Load(weights, source);

        Assert.Contains("weights not in the file, and random: layer1.0.conv1.weight", _log);
        Assert.Contains("weights in the file, but not in the network: ema.decay", _log);
    }

    [Theory]
    [InlineData("resnet34", "resnet18")]
    [InlineData("resnet18", "resnet34")]
    [InlineData("efficientnet_b0", "mobilenet_v2")]
    [InlineData("densenet121", "resnet18")]
    public void Weights_of_another_architecture_are_refused_and_nothing_is_changed(string theirs, string ours)
    {
        using var source = Create(theirs);
        using var target = Create(ours);
        var before = target.parameters().First().ToArray<float>();

        var error = Assert.Throws<UserException>(() => Load(source.state_dict(), target));

        Assert.StartsWith(Path.Combine(_folder.Path, "weights.safetensors"), error.Message, StringComparison.Ordinal);
        Assert.Contains($"not those of {ours}", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, target.parameters().First().ToArray<float>());
    }

    [Fact]
    public void A_file_that_is_no_safetensors_is_refused_with_its_name()
    {
        var file = _folder.Write("pickle.safetensors", [0x80, 2, 0x7d]);
        using var network = Create("mobilenet_v2");

        var error = Assert.Throws<UserException>(() => PretrainedWeights.Load(file, network, _log.Add));

        Assert.Contains("pickle.safetensors", error.Message, StringComparison.Ordinal);
    }

    private static Network Create(string name, int classes = 2, int channels = 1) =>
        NetworkFactory.Create(name, new NetworkOptions(classes, channels));

    private void TakesAllOf(IEnumerable<string> names, string architecture)
    {
        using var source = Create(architecture);
        var state = InOrder(source).ToArray();
        Assert.Equal(state.Length, names.Count());
        TakesAllOf(names.Zip(state).ToDictionary(pair => pair.First, pair => pair.Second), source);
    }

    // As PyTorch lists them: of each module the parameters, then the buffers, then what is in its children.
    private static IEnumerable<Tensor> InOrder(torch.nn.Module module) => module.parameters(recurse: false)
        .Concat(module.named_buffers(recurse: false).Select(buffer => buffer.buffer))
        .Concat(module.named_children().SelectMany(child => InOrder(child.module)));

    private void TakesAllOf(Dictionary<string, Tensor> weights, Network source)
    {
        FormulaWeights.Fill(source, normScale: 1);
        using var target = Create(source.Name);

        Load(weights, target);

        Assert.Single(_log);
        var expected = source.state_dict();
        Assert.All(
            target.state_dict().Where(entry => entry.Value.dtype == ScalarType.Float32),
            entry => Assert.True(entry.Value.eq(expected[entry.Key]).all().item<bool>(), entry.Key));
    }

    private void Load(Dictionary<string, Tensor> weights, Network network)
    {
        var file = Path.Combine(_folder.Path, "weights.safetensors");
        Safetensors.Save(file, weights);
        PretrainedWeights.Load(file, network, _log.Add);
    }
}
