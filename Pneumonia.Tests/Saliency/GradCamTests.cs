using Pneumonia.Core.Saliency;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency;

public sealed class GradCamTests
{
    [Fact]
    public void It_is_the_class_activation_map_where_there_is_one()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = NetworkFactory.Create("resnet18", new NetworkOptions(Classes: 3));
        network.eval();
        var request = Requests.Of(network, randn([1, 1, 96, 64]), 1);

        var evidence = new GradCam().Evidence(request).Values;

        var expected = new ClassActivationMap().Evidence(request).Values;
        var tolerance = 1e-4f * Math.Max(1, expected.Max(Math.Abs));
        Assert.All(expected.Zip(evidence), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Fact]
    public void Each_channel_is_weighted_by_its_mean_gradient()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = new PlainNetwork();
        var image = randn([1, 1, 6, 8]);
        var features = network.Features(image);

        var evidence = new GradCam().Evidence(Requests.Of(network, image, 0)).Values;

        var weight = network.Classifier.weight;
        var channels = (weight.select(0, 0) - weight.select(0, 1)).reshape(5, 4 * 6).sum(1);
        var expected = (features.select(0, 0) * channels.reshape(5, 1, 1)).sum([0]).ToArray<float>();
        Assert.All(expected.Zip(evidence), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        Assert.All(network.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void It_stands_in_where_a_class_activation_map_is_refused()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = new PlainNetwork();
        var request = Requests.Of(network, randn([1, 1, 6, 8]), 1);

        var map = SaliencyMap.Of(request, "PNEUMONIA");

        Assert.Equal((6, 4, "PNEUMONIA", "grad-cam"), (map.Width, map.Height, map.Class, map.Method));
        Assert.All(map.Values.ToArray(), value => Assert.InRange(value, 0, 1));
        var error = Assert.Throws<ArgumentException>(() => SaliencyMap.Of(request, "PNEUMONIA", new ClassActivationMap()));
        Assert.Contains("plain", error.Message, StringComparison.Ordinal);
    }
}
