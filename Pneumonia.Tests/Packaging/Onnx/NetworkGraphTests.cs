using Pneumonia.Core.Graphs;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Serving;
using Pneumonia.Model.CheckFitting;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Packaging.Onnx;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Networks;
using Pneumonia.Tests.Package;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Packaging.Onnx;

[Collection(NetworkCollection.Name)]
public sealed class NetworkGraphTests
{
    private const int Images = 16;

    [Theory]
    [MemberData(nameof(NetworkCollection.Architectures), MemberType = typeof(NetworkCollection))]
    public void The_ONNX_file_of_every_architecture_gives_the_networks_logits_features_and_depths(string name)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = Trained(name);
        var side = Math.Max(Architectures.Find(name).MinimumSize, 64);
        using var onnx = new OnnxNetwork(Write(network, side, flip: false));
        var images = rand([Images, 1, side, side]) * 4 - 2;

        var answers = onnx.Answer(images.ToArray<float>());

        var taps = new FeatureTaps();
        var features = taps.Run(network, images);
        Near(network.Classify(network.Bottleneck(features)), answers.Select(answer => answer.Logits));
        Near(features, answers.Select(answer => answer.Features.Values));
        Assert.All(answers.Index(), answer => Assert.All(
            taps.Of(answer.Index).Zip(answer.Item.Depths), depth => Near(tensor(depth.First), [depth.Second])));
        Assert.Equal(network.EndsInGlobalAveragePooling, onnx.ClassWeights is not null);
    }

    [Fact]
    public void Of_two_views_in_an_image_each_has_channels_and_rows_of_its_own_in_libtorch_and_in_the_file()
    {
        const int Side = 64;
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = Trained("resnet18", views: 2);
        using var onnx = new OnnxNetwork(Write(network, Side, flip: true, new LungFraming { Side = Side, WithWhole = true }));
        var images = rand([3, 1, 2 * Side, Side]) * 4 - 2;

        var features = network.Features(images);
        var lower = network.Features(cat([zeros([3, 1, Side, Side]), images.narrow(2, Side, Side)], dim: 2));

        Assert.Equal([3, 1024, 4, 2], features.shape);
        Assert.Equal(0, features.narrow(1, 0, 512).narrow(2, 2, 2).abs().max().item<float>());
        Assert.Equal(0, features.narrow(1, 512, 512).narrow(2, 0, 2).abs().max().item<float>());
        Assert.Equal(0, (features - lower).narrow(1, 512, 512).abs().max().item<float>(), 1e-4f);
        Assert.NotEqual(0, (features - lower).narrow(1, 0, 512).abs().max().item<float>());
        var answers = onnx.Answer(images.ToArray<float>());
        Near(network.Decide(images, flip: true), answers.Select(answer => answer.Logits));
        Near(features, answers.Select(answer => answer.Features.Values));
        var taps = new FeatureTaps();
        taps.Run(network, images);
        Assert.All(answers.Index(), answer => Assert.All(
            taps.Of(answer.Index).Zip(answer.Item.Depths), depth => Near(tensor(depth.First), [depth.Second])));
    }

    [Fact]
    public void Mirror_images_count_for_the_logits_and_for_nothing_else()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = Trained("resnet18");
        using var onnx = new OnnxNetwork(Write(network, 64, flip: true));
        var images = rand([3, 1, 64, 64]) * 4 - 2;

        var answers = onnx.Answer(images.ToArray<float>());

        Near(network.Decide(images, flip: true), answers.Select(answer => answer.Logits));
        Near(network.Features(images), answers.Select(answer => answer.Features.Values));
    }

    [Fact]
    public void Weights_that_16_bits_hold_take_half_the_room()
    {
        using var scope = NewDisposeScope();
        using var network = Trained("resnet18");
        var exact = Write(network, 64, flip: false).Length;
        using (no_grad())
        {
            network.Classifier.weight!.mul_(1.0001);
        }

        StorageRounding.Round(network);
        Assert.True(Write(network, 64, flip: false).Length <= exact);
        Assert.InRange(exact, 22_000_000, 24_000_000);
    }

    [Fact]
    public void Bytes_that_are_no_ONNX_file_are_refused() =>
        Assert.Throws<InvalidNetworkException>(() => new OnnxNetwork([1, 2, 3]));

    // Random weights and statistics as after a training: not zeros and ones.
    private static Network Trained(string name, int views = 1)
    {
        manual_seed(1);
        var network = NetworkFactory.Create(name, new NetworkOptions(Classes: 2, Views: views));
        using var gradients = no_grad();
        foreach (var (key, value) in network.state_dict().Where(entry => entry.Value.dtype == ScalarType.Float32 && entry.Value.dim() == 1))
        {
            value.add_(rand_like(value) * 0.1);
        }

        StorageRounding.Round(network);
        network.eval();
        return network;
    }

    private static byte[] Write(Network network, int side, bool flip, LungFraming? lungs = null)
    {
        var information = SampleModel.Information();
        return NetworkGraph.Write(
            network, information.Manifest with { TestTimeFlip = flip, Preprocessing = new Preprocessing { Width = side, Height = network.Views * side, Lungs = lungs } },
            information.Calibration);
    }

    private static void Near(Tensor expected, IEnumerable<float[]> actual)
    {
        var values = expected.ToArray<float>();
        var tolerance = 1e-4f * Math.Max(1, values.Max(Math.Abs));
        Assert.All(values.Zip(actual.SelectMany(row => row)), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
