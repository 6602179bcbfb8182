using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Pretrained;
using Pneumonia.Model.Training.Pretrained.Names;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Pretrained;

/// <summary>By parts, because the whole is half a gigabyte.</summary>
public sealed class TimmVggTests
{
    [Theory]
    [InlineData("features.0.weight", "features.0.weight")]
    [InlineData("features.41.running_var", "features.41.running_var")]
    [InlineData("pre_logits.fc1.weight", "classifier.0.weight")]
    [InlineData("pre_logits.fc2.bias", "classifier.3.bias")]
    [InlineData("head.fc.weight", "classifier.6.weight")]
    [InlineData("classifier.6.weight", "classifier.6.weight")]
    public void Names_are_translated(string theirs, string ours) => Assert.Equal(ours, new TimmVggNames().Translate(theirs));

    [Fact]
    public void A_layer_that_is_a_convolution_there_becomes_linear()
    {
        using var scope = NewDisposeScope();
        var (weight, map) = (randn([5, 3, 7, 7]), randn([1, 3, 7, 7]));

        var linear = WeightShape.Adapt(weight, [5, 147])!;

        var expected = nn.functional.conv2d(map, weight).flatten(1).ToArray<float>();
        var outputs = nn.functional.linear(map.flatten(1), linear).ToArray<float>();
        Assert.All(expected.Zip(outputs), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }
}
