using Pneumonia.Core.Lungs;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Data;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Training.Inputs;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Inputs;

[Collection(TrainingCollection.Name)]
public sealed class BottleneckCacheTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _workspace = new();
    private readonly List<string> _log = [];

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("mobilenet_v2")]
    [InlineData("densenet121")]
    public void Another_classifier_leaves_the_features_valid_and_another_backbone_does_not(string architecture)
    {
        var options = TinyTraining.Options with { WorkspacePath = _workspace.Path };
        using var network = NetworkFactory.Create(architecture, new NetworkOptions(Classes: 2));
        using var gradients = no_grad();

        Compute(options, network);
        network.Classifier.weight.add_(1);
        Compute(options, network);
        Assert.Single(_log, line => line.StartsWith("reusing", StringComparison.Ordinal));

        network.parameters().First().add_(1);
        Compute(options, network);
        Assert.Single(_log, line => line.StartsWith("reusing", StringComparison.Ordinal));
    }

    private void Compute(ImageClassificationOptions options, Network network)
    {
        var images = fixture.Result.HeldOut;
        var store = ImageStore.Load(images, new ImagePreparation(options.Network.Preprocessing), allowUnreadable: false, null, _log.Add, default);
        var inputs = new ImageInputs(store, new int[images.Count], options.Data.Augmentation);
        new BottleneckCache(options, network, _log.Add).Compute(store, inputs, "train", reuse: true, default);
    }
}
