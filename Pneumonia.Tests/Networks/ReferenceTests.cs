using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Networks;

/// <summary>Against Python's networks of the same names, whose values reference/generate.py made.</summary>
[Collection(NetworkCollection.Name)]
public sealed class ReferenceTests
{
    private static readonly JsonElement s_reference = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Networks", "reference", "networks.json"))).RootElement;

    [Theory]
    [MemberData(nameof(NetworkCollection.Architectures), MemberType = typeof(NetworkCollection))]
    public void A_grey_network_has_the_references_tensors_and_with_the_same_weights_its_logits(string name)
    {
        var reference = s_reference.GetProperty(name);
        using var scope = NewDisposeScope();
        using var network = NetworkFactory.Create(name, new NetworkOptions(Classes: 2));

        Assert.Equal(name, network.Name);
        Assert.Equal(reference.GetProperty("parameters").GetInt64(), network.parameters().Sum(parameter => parameter.numel()));
        var state = network.state_dict();
        Assert.Equal(reference.GetProperty("tensors").GetInt32(), state.Count);
        var tensors = string.Join('\n', state.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]"));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tensors)));
        Assert.True(
            reference.GetProperty("tensorsSha256").GetString() == sha256,
            $"'generate.py {name}' lists other tensors than these:\n{tensors}");
        SameLogits(reference, network, channels: 1);
    }

    [Theory]
    [InlineData("resnet18")]
    [InlineData("resnetv2_50")]
    [InlineData("inception_v3")]
    [InlineData("inception_v3_mixed6e")]
    [InlineData("mobilenet_v2")]
    [InlineData("efficientnet_b0")]
    [InlineData("densenet121")]
    public void A_network_for_colour_gives_the_references_logits(string name)
    {
        using var scope = NewDisposeScope();
        using var network = NetworkFactory.Create(name, new NetworkOptions(Classes: 2, InputChannels: 3));

        SameLogits(s_reference.GetProperty(name), network, channels: 3);
    }

    private static void SameLogits(JsonElement reference, Network network, int channels)
    {
        FormulaWeights.Fill(network, reference.GetProperty("normScale").GetDouble());
        network.eval();
        using var gradients = no_grad();

        var logits = network.forward(FormulaWeights.Images(channels)).ToArray<float>();

        var expected = reference.GetProperty("logits").GetProperty($"{channels}").EnumerateArray()
            .Select(value => value.GetSingle()).ToArray();
        // The references came from an older libtorch, whose sums run in another order.
        var tolerance = 2e-4f * expected.Max(Math.Abs);
        Assert.Equal(expected.Length, logits.Length);
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
