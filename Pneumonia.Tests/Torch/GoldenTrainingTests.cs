using Pneumonia.Torch;
using Pneumonia.Torch.Modules;
using static Pneumonia.Torch.torch;
using static Pneumonia.Torch.torch.nn;

namespace Pneumonia.Tests.Torch;

[Collection(SerialCollection.Name)]
public class GoldenTrainingTests
{
    [Fact]
    public void Layers_start_from_PyTorchs_values_for_a_seed()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Load();
        using var network = Network();
        foreach (var (name, tensor) in network.state_dict())
            Golden.AssertClose(golden[$"init/{name}"], tensor, name);

        manual_seed(8);
        Golden.AssertClose(golden["init/trunc_normal"], init.trunc_normal_(empty([6, 5]), std: 0.5, a: -0.6, b: 1), "truncated");
        Golden.AssertClose(golden["init/kaiming_normal"],
            init.kaiming_normal_(empty([6, 5, 3, 3]), init.FanInOut.FanOut), "Kaiming");
        Golden.AssertClose(golden["init/xavier_uniform"], init.xavier_uniform_(empty([6, 5])), "Xavier");
    }

    [Fact]
    public void Five_steps_of_training_end_where_PyTorch_ends()
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Load();
        using var network = Network();
        using var optimizer = optim.AdamW(network.parameters(), 0.01);
        var losses = new List<float>();
        for (var step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            var logits = network.call(golden["training/images"]);
            var loss = functional.cross_entropy(logits, golden["training/labels"], label_smoothing: 0.1);
            loss.backward();
            utils.clip_grad_norm_(network.parameters(), 0.5);
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        Golden.AssertClose(golden["training/losses"], tensor<float>([.. losses]), "losses");
        foreach (var (name, tensor) in network.state_dict())
            Golden.AssertClose(golden[$"training/{name}"], tensor, name, tolerance: 1e-4);
    }

    private static Sequential Network()
    {
        manual_seed(7);
        return Sequential(Conv2d(1, 4, 3, 2, 1, bias: false), BatchNorm2d(4), ReLU(), AdaptiveAvgPool2d(1),
            Flatten(), Linear(4, 2));
    }
}
