using System.Text.Json;
using Pneumonia.Model.Networks.Segmentation;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Networks;

/// <summary>Against PyTorch's values, which reference/generate_unet.py made.</summary>
[Collection(NetworkCollection.Name)]
public sealed class UNetTests
{
    private static readonly JsonElement s_reference = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Networks", "reference", "unet.json"))).RootElement;

    [Fact]
    public void The_network_has_the_references_tensors_and_with_the_same_weights_its_logits()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var network = new UNet(16, 32, 64, 96, 112);
        FormulaWeights.Fill(network, s_reference.GetProperty("normScale").GetDouble());
        network.eval();
        var every = s_reference.GetProperty("every").GetInt32();

        var maps = network.forward(FormulaWeights.Images(channels: 1));

        Assert.Equal([2L, 1, 96, 96], maps.shape);
        Assert.Equal(s_reference.GetProperty("parameters").GetInt64(), network.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(
            s_reference.GetProperty("tensors").EnumerateArray().Select(name => name.GetString()),
            network.state_dict().Keys.Order(StringComparer.Ordinal));
        var logits = maps[TensorIndex.Colon, 0, TensorIndex.Slice(step: every), TensorIndex.Slice(step: every)].contiguous().ToArray<float>();
        float[] expected = [.. s_reference.GetProperty("logits").EnumerateArray().Select(value => value.GetSingle())];
        var tolerance = 2e-4f * expected.Max(Math.Abs);
        Assert.Equal(expected.Length, logits.Length);
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Fact]
    public void A_step_down_the_gradient_reaches_every_weight()
    {
        using var scope = NewDisposeScope();
        using var network = new UNet(4, 8, 8);

        network.forward(FormulaWeights.Images(channels: 1)).square().mean().backward();

        Assert.All(network.named_parameters(), each => Assert.True(each.parameter.grad?.abs().sum().item<float>() > 0, each.name));
    }
}
