using Pneumonia.Model.Networks;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Tests.Networks;

[Collection(NetworkCollection.Name)]
public sealed class TrainingStepTests
{
    [Theory]
    [MemberData(nameof(NetworkCollection.Architectures), MemberType = typeof(NetworkCollection))]
    public void A_step_of_training_gives_every_parameter_a_finite_gradient_and_value(string name)
    {
        using var scope = NewDisposeScope();
        using var network = Architectures.Find(name).Create(new NetworkOptions(Classes: 2));
        using var optimizer = optim.AdamW(network.parameters(), lr: 1e-4);
        var images = FormulaWeights.Images(channels: 1);
        var labels = tensor<long>([0, 1]);

        var loss = nn.functional.cross_entropy(network.forward(images), labels);
        loss.backward();
        optimizer.step();

        Assert.All(network.named_parameters(), entry => Assert.True(
            entry.parameter.grad is { } gradient && IsFinite(gradient) && IsFinite(entry.parameter), entry.name));
    }

    // A sum takes no memory, where half a gigabyte of elements would be compared one by one.
    private static bool IsFinite(Tensor tensor) => float.IsFinite(tensor.sum().item<float>());
}
