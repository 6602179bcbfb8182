using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;

namespace Pneumonia.Tests.Networks;

[Collection(NetworkCollection.Name)]
public sealed class InitializationTests
{
    /// <summary>Standard deviations that follow from torchvision's (and timm's) rules and the tensors' shapes.</summary>
    [Theory]
    [InlineData("resnet50", "layer1.0.conv2.weight", 0.0589)] // sqrt(2 / (64 * 9)), fan-out
    [InlineData("resnetv2_50", "head.fc.weight", 0.01)]
    [InlineData("inception_v3", "Mixed_5b.branch1x1.conv.weight", 0.1)]
    [InlineData("inception_v3", "fc.weight", 0.1)]
    [InlineData("mobilenet_v2", "features.18.0.weight", 0.0395)] // sqrt(2 / 1280), fan-out
    [InlineData("mobilenet_v2", "classifier.1.weight", 0.01)]
    [InlineData("efficientnet_b0", "classifier.1.weight", 0.01826)] // 1 / sqrt(3 * 1000), uniform
    [InlineData("efficientnet_b0", "features.7.0.block.2.fc1.bias", 0)]
    [InlineData("densenet121", "features.denseblock1.denselayer1.conv2.weight", 0.0417)] // sqrt(2 / (128 * 9)), fan-in
    [InlineData("densenet121", "classifier.bias", 0)]
    public void Random_weights_have_their_rules_width(string architecture, string tensor, double deviation)
    {
        using var network = NetworkFactory.Create(architecture, new NetworkOptions(Classes: 2));

        var values = network.state_dict()[tensor].ToArray<float>();

        Assert.Equal(deviation, Math.Sqrt(values.Average(value => (double)value * value)), 0.1 * deviation);
    }
}
