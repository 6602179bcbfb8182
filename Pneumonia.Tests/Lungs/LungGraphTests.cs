using Microsoft.ML.OnnxRuntime;
using Pneumonia.Model.Lungs;
using Pneumonia.Model.Networks.Segmentation;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Networks;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Lungs;

[Collection(NetworkCollection.Name)]
public sealed class LungGraphTests
{
    [Fact]
    public void ONNX_Runtime_finds_the_probabilities_that_libtorch_does_in_a_file_of_two_megabytes_at_the_most()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var options = new LungOptions();
        using var network = new UNet([.. options.Channels]);
        FormulaWeights.Fill(network, normScale: 1);
        StorageRounding.Round(network);
        network.eval();
        var images = FormulaWeights.Noise("lungs", [3, 1, options.Side, options.Side]).add(1).div(2);
        images.select(0, 1).mul_(0.1);
        images.select(0, 2).fill_(0.5);

        var onnx = LungGraph.Write(network, options.Side, new Dictionary<string, string> { ["key"] = "value" });

        Assert.True(onnx.Length <= 2_000_000, $"{onnx.Length} bytes");
        using var session = new InferenceSession(onnx);
        using var run = new RunOptions();
        using var pixels = OrtValue.CreateTensorValueFromMemory(images.ToArray<float>(), images.shape);
        using var outputs = session.Run(run, ["Pixels"], [pixels], ["Lungs"]);
        var expected = network.forward(LungBatch.Standardised(images)).sigmoid().contiguous().ToArray<float>();
        Assert.All(expected.Zip(outputs[0].GetTensorDataAsSpan<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 2e-3f));
        Assert.Equal([-1, 1, options.Side, options.Side], session.OutputMetadata["Lungs"].Dimensions);
        Assert.Equal("value", session.ModelMetadata.CustomMetadataMap["key"]);
    }
}
