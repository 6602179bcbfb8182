using Pneumonia.Model.Explaining;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Training;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Explaining;

[Collection(TrainingCollection.Name)]
public sealed class CascadingRandomizationTests
{
    [Theory]
    [InlineData("resnet18", 7)]
    [InlineData("mobilenet_v2", 7)]
    [InlineData("densenet121", 6)]
    public void It_goes_from_the_classifier_to_the_first_layer_and_misses_nothing(string name, int stages)
    {
        using var scope = NewDisposeScope();
        using var network = NetworkFactory.Create(name, new NetworkOptions(2));
        using var fresh = NetworkFactory.Create(name, new NetworkOptions(2));
        var cascade = new CascadingRandomization(network, fresh, 64, 64);
        var first = network.state_dict().First(tensor => tensor.Value.dim() == 4).Key;

        cascade.Randomize(0);

        Assert.Equal(Values(fresh.Classifier.weight), Values(network.Classifier.weight));
        Assert.NotEqual(Values(fresh.state_dict()[first]), Values(network.state_dict()[first]));
        for (var stage = 1; stage < cascade.Names.Count; stage++)
        {
            cascade.Randomize(stage);
        }

        Assert.Equal(stages, cascade.Names.Count);
        Assert.All(network.state_dict().Where(tensor => tensor.Value.dtype == ScalarType.Float32), tensor =>
            Assert.Equal(Values(fresh.state_dict()[tensor.Key]), Values(tensor.Value)));
    }

    private static float[] Values(Tensor tensor) => tensor.contiguous().ToArray<float>();
}
