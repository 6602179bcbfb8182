using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Networks;

[Collection(NetworkCollection.Name)]
public sealed class FeatureTapTests
{
    [Theory]
    [InlineData("resnet18", new long[] { 128 })]
    [InlineData("resnetv2_50", new long[] { 512 })]
    [InlineData("inception_v3_mixed6e", new long[] { 288 })]
    [InlineData("mobilenet_v2", new long[] { 96 })]
    [InlineData("efficientnet_b0", new long[] { 112 })]
    [InlineData("densenet121", new long[] { 512 })]
    public void A_map_of_the_middle_is_shown_on_the_way_and_changes_nothing(string name, long[] channels)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = NetworkFactory.Create(name, new NetworkOptions(2));
        network.eval();
        var image = rand([1, 1, 96, 96]);
        var seen = new List<long>();

        var tapped = network.Features(image, map => seen.Add(map.shape[1]));

        Assert.Equal(channels, seen);
        Assert.Equal(network.Features(image).ToArray<float>(), tapped.ToArray<float>());
    }
}
