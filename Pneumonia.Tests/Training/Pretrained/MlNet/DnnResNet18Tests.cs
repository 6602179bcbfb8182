using Microsoft.ML.OnnxRuntime;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Checks;
using Pneumonia.Model.Networks;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Pretrained;
using Pneumonia.Model.Training.Pretrained.MlNet;
using Pneumonia.Tests.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Pretrained.MlNet;

/// <summary>Against ONNX Runtime's answers to the package's own file.</summary>
[Collection(NetworkCollection.Name)]
public sealed class DnnResNet18Tests : IDisposable
{
    private const int Side = 224;
    private static readonly float[] s_means = [103.06262f, 115.902885f, 123.151634f];

    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly List<string> _log = [];

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_features_are_those_of_the_packages_file()
    {
        using var network = Load(channels: 3);

        // As the file wants them: 0 to 255, less a mean image.
        var images = (rand([4, 3, Side, Side], generator: new Generator(1)) * 255) - tensor(s_means, [1, 3, 1, 1]);

        Same(FeaturesOfTheFile(images), network.Bottleneck(network.Features(images)), within: 1e-3);
        Assert.Equal("weights: 110 of 112 tensors taken over from ResNet18.onnx", _log[0]);
        Assert.Equal("weights not in the file, and random: fc.weight, fc.bias", _log[1]);
        Assert.Equal(2, _log.Count);
    }

    [Fact]
    public void The_grey_network_sees_what_the_file_sees_in_three_equal_channels()
    {
        using var network = Load(channels: 1);

        var grey = (rand([4, 1, Side, Side], generator: new Generator(2)) * 255) - 114;

        Same(FeaturesOfTheFile(grey.expand(4, 3, Side, Side)), network.Bottleneck(network.Features(grey)), within: 1e-3);
    }

    [Fact]
    public void Images_normalised_our_way_give_the_same_features_but_for_the_border()
    {
        var preprocessing = new Preprocessing();
        using var network = Load(channels: 1, preprocessing);
        using var raw = Load(channels: 1);

        var grey = nn.functional.interpolate(
            rand([4, 1, 14, 14], generator: new Generator(3)), size: [Side, Side], mode: InterpolationMode.Bilinear);
        var theirs = FeaturesOfTheFile((grey * 255) - tensor(s_means, [1, 3, 1, 1]));
        var normalised = (grey - preprocessing.Mean) / preprocessing.Std;

        Same(theirs, network.Bottleneck(network.Features(normalised)), within: 0.05);
        Assert.True(Distance(theirs, raw.Bottleneck(raw.Features(normalised))) > 0.5, "Without the scale the test would see nothing.");
    }

    [Fact]
    public void What_a_model_says_of_its_first_weights_names_package_version_and_licence()
    {
        var source = WeightFile.Describe("dnn-resnet18", note: null);

        Assert.Equal("ResNet18.onnx", source.File);
        Assert.Equal("e2552f19db2dfdb01b3669537b6a0f1b44da38d18279535492ed5dfc2ef1ff8f", source.Sha256);
        Assert.Equal("ImageNet weights in ML.NET's package Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1, MIT licence", source.Note);
        Assert.Contains(
            $"\"Microsoft.ML.DnnImageFeaturizer.ResNet18\" Version=\"{DnnResNet18Package.Version}\"",
            File.ReadAllText(Path.Combine(RepositoryPaths.Root, "Directory.Packages.props")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_beside_the_program_comes_first()
    {
        var weights = Directory.CreateDirectory(Path.Combine(_folder.Path, "weights"));
        var file = Path.Combine(weights.FullName, "dnn-resnet18.onnx");
        File.WriteAllBytes(file, [1]);

        Assert.Equal(file, DnnResNet18Package.Locate("dnn-resnet18", _folder.Path, "/nowhere"));
        Assert.Equal("other.zip", DnnResNet18Package.Locate("other.zip", _folder.Path, "/nowhere"));
    }

    [Fact]
    public void Where_the_package_is_missing_the_error_says_what_brings_it()
    {
        var error = Assert.Throws<UserException>(() => DnnResNet18Package.Locate("dnn-resnet18", _folder.Path, _folder.Path));

        Assert.StartsWith("--weights dnn-resnet18: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Microsoft.ML.DnnImageFeaturizer.ResNet18 0.23.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_architectures_are_refused_before_any_image_is_read()
    {
        var options = TinyTraining.Options with { Network = TinyTraining.Options.Network with { Backbone = BackboneMode.FineTuned, Weights = "dnn-resnet18" } };

        var error = Assert.Throws<UserException>(() => OptionsCheck.Verify(options));

        Assert.Equal("Weights dnn-resnet18: goes with --arch resnet18_dnn alone.", error.Message);
        OptionsCheck.Verify(options with { Arch = "resnet18_dnn" });
    }

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    public void A_file_that_is_no_such_network_is_refused_with_its_name(string content)
    {
        var file = _folder.Write("other.onnx", System.Text.Encoding.ASCII.GetBytes(content));
        using var network = Create(channels: 1);

        var error = Assert.Throws<UserException>(() => PretrainedWeights.Load(file, network, _log.Add));

        Assert.StartsWith($"{file}: the weights cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    private static Network Create(int channels) => NetworkFactory.Create("resnet18_dnn", new NetworkOptions(2, channels));

    private Network Load(int channels, Preprocessing? preprocessing = null)
    {
        var network = Create(channels);
        PretrainedWeights.Load("dnn-resnet18", network, _log.Add, preprocessing);
        network.eval();
        return network;
    }

    private static float[] FeaturesOfTheFile(Tensor images)
    {
        using var session = new InferenceSession(DnnResNet18Package.Locate("dnn-resnet18"));
        return [.. Enumerable.Range(0, (int)images.shape[0]).SelectMany(index =>
        {
            using var input = OrtValue.CreateTensorValueFromMemory(images.narrow(0, index, 1).ToArray<float>(), [1, 3, Side, Side]);
            using var options = new RunOptions();
            using var outputs = session.Run(options, ["Input247"], [input], session.OutputNames);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        })];
    }

    private static void Same(float[] expected, Tensor actual, double within)
    {
        var distance = Distance(expected, actual);
        Assert.True(distance < within, $"The features differ by {distance:G3} of their size.");
    }

    // The greatest difference over all features, by the greatest feature.
    private static double Distance(float[] expected, Tensor actual)
    {
        var found = actual.ToArray<float>();
        Assert.Equal(expected.Length, found.Length);
        return expected.Zip(found).Max(pair => Math.Abs(pair.First - pair.Second)) / (double)expected.Max(Math.Abs);
    }
}
