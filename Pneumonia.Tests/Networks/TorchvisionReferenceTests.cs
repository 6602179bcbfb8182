using System.Text.Json;
using Pneumonia.Model.Networks;
using Pneumonia.Torch;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Tests.Networks;

/// <summary>Against torchvision's networks of the same name, whose values reference/generate.py made.</summary>
public sealed class TorchvisionReferenceTests
{
    private static readonly JsonElement Reference = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Networks", "reference", "torchvision.json"))).RootElement;

    public static TheoryData<string> Names => [.. Architectures.All.Select(architecture => architecture.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Names_and_shapes_of_all_tensors_are_torchvisions(string name)
    {
        using var network = Create(name);

        var shapes = network.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]");

        var expected = Reference.GetProperty(name).GetProperty("shapes").EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => $"{entry.Name} [{string.Join(", ", entry.Value.EnumerateArray())}]");
        Assert.Equal(expected, shapes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_number_of_parameters_is_torchvisions(string name)
    {
        using var network = Create(name);

        Assert.Equal(Reference.GetProperty(name).GetProperty("parameters").GetInt64(), network.parameters().Sum(parameter => parameter.numel()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_weights_give_torchvisions_logits(string name)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = Create(name);
        Fill(network);
        network.eval();

        var logits = network.forward(Wave([2, 1, 64, 64], 0.5)).ToArray<float>();

        var expected = Reference.GetProperty(name).GetProperty("logits").EnumerateArray().Select(value => value.GetSingle()).ToArray();
        Assert.Equal(expected.Length, logits.Length);
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-3f * Math.Max(1, Math.Abs(pair.First))));
    }

    private static Network Create(string name) => Architectures.Find(name).Create(new NetworkOptions(Classes: 2));

    private static void Fill(Network network)
    {
        foreach (var (phase, (name, tensor)) in network.state_dict().OrderBy(entry => entry.Key, StringComparer.Ordinal).Index())
        {
            if (tensor.dtype == ScalarType.Float32)
            {
                var wave = Wave(tensor.shape, phase);
                tensor.copy_(
                    name.EndsWith("running_var", StringComparison.Ordinal) ? 1 + 0.1 * wave
                    : tensor.dim() > 1 ? wave * Math.Sqrt(2.0 / (tensor.numel() / tensor.shape[0]))
                    : name.EndsWith("weight", StringComparison.Ordinal) ? 1 + 0.1 * wave
                    : 0.1 * wave);
            }
        }
    }

    private static Tensor Wave(ReadOnlySpan<long> shape, double phase)
    {
        var count = 1L;
        foreach (var side in shape)
        {
            count *= side;
        }

        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)Math.Sin(0.37 * i + phase);
        }

        return tensor<float>(values, shape);
    }
}
