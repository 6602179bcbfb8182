using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Networks;

[Collection(NetworkCollection.Name)]
public sealed class TrainingStepTests
{
    [Theory]
    [MemberData(nameof(NetworkCollection.Architectures), MemberType = typeof(NetworkCollection))]
    public void A_step_of_training_in_either_precision_gives_every_parameter_a_finite_gradient_and_value(string name)
    {
        using var scope = NewDisposeScope();
        using var network = NetworkFactory.Create(name, new NetworkOptions(Classes: 2));
        using var optimizer = optim.AdamW(network.parameters(), lr: 1e-4);

        Backward(network, lowPrecision: true);
        network.zero_grad();
        Backward(network, lowPrecision: false);
        optimizer.step();

        Assert.All(network.named_parameters(), entry => Assert.True(IsFinite(entry.parameter), entry.name));
    }

    private static void Backward(Network network, bool lowPrecision)
    {
        using var scope = NewDisposeScope();
        var logits = new TorchOperations(lowPrecision).Run(network, FormulaWeights.Images(channels: 1));
        nn.functional.cross_entropy(logits.to(ScalarType.Float32), tensor([0L, 1L])).backward();
        Assert.All(network.named_parameters(), entry => Assert.True(
            entry.parameter.grad is { } gradient && IsFinite(gradient), entry.name));
    }

    // A sum takes no memory, where half a gigabyte of elements would be compared one by one.
    private static bool IsFinite(Tensor tensor) => float.IsFinite(tensor.sum().item<float>());
}
