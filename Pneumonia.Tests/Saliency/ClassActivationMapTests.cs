using Pneumonia.Core.Saliency;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Training;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency;

[Collection(TrainingCollection.Name)]
public sealed class ClassActivationMapTests(TrainedModelFixture fixture)
{
    private readonly Network _network = fixture.Result.Network;

    [Fact]
    public void The_mean_of_the_evidence_and_the_biases_is_the_log_odds()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        _network.eval();
        var image = randn([1, 1, 96, 64]);

        var evidence = new ClassActivationMap().Evidence(Requests.Of(_network, image, 1));

        var logits = _network.forward(image).ToArray<float>();
        var bias = _network.Classifier.bias!.ToArray<float>();
        Assert.Equal(logits[1] - logits[0], evidence.Values.Average() + bias[1] - bias[0], 1e-3f);
        Assert.Equal((2, 3), (evidence.Width, evidence.Height));
    }

    [Fact]
    public void A_map_lies_between_0_and_1()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        _network.eval();

        var map = SaliencyMap.Of(Requests.Of(_network, randn([1, 1, 64, 64]), 1), "PNEUMONIA");

        Assert.Equal((2, 2, "PNEUMONIA", "cam"), (map.Width, map.Height, map.Class, map.Method));
        Assert.All(map.Values.ToArray(), value => Assert.InRange(value, 0, 1));
    }
}
