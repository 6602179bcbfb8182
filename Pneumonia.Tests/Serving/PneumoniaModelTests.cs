using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Serving;

[Collection(TrainingCollection.Name)]
public sealed class PneumoniaModelTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_loaded_model_answers_as_the_trained_network_did()
    {
        using var model = PneumoniaModel.Load(fixture.Zip);
        var decoder = new RadiographDecoder();
        var inputs = fixture.Result.HeldOut.Select(image => new PredictionInput(decoder.DecodeFile(image.Path))).ToArray();

        var answers = model.Predict(inputs);

        var expected = fixture.Result.HeldOutLogits.Select(logits => fixture.Information.Calibration.Probabilities(logits)[1]);
        Assert.All(expected.Zip(answers), pair => Assert.Equal(pair.First, pair.Second.Probabilities[1].Probability, 0.01));
    }

    [Fact]
    public void One_by_one_gives_what_a_batch_gives()
    {
        using var model = PneumoniaModel.Load(fixture.Zip);
        var inputs = Inputs(5, withSaliency: true);

        var batch = model.Predict(inputs);

        Assert.All(inputs.Zip(batch), pair =>
        {
            var single = model.Predict([pair.First])[0];
            Assert.Equal(pair.Second.Label, single.Label);
            Assert.Equal(pair.Second.Probabilities[1].Probability, single.Probabilities[1].Probability, 1e-4);
            Assert.All(pair.Second.Saliency!.Values.ToArray().Zip(single.Saliency!.Values.ToArray()), values => Assert.Equal(values.First, values.Second, 1e-3f));
        });
    }

    [Fact]
    public void The_verdict_follows_the_threshold()
    {
        using var model = PneumoniaModel.Load(fixture.Zip);

        Assert.All(model.Predict(Inputs(20)), answer => Assert.Equal(
            answer.Probabilities.Single(probability => probability.Class == "PNEUMONIA").Probability >= answer.Threshold ? "PNEUMONIA" : "NORMAL",
            answer.Label));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 0.01)]
    public void A_graph_calibrated_in_another_way_than_the_zip_tells_is_refused(double temperatureFactor, double moreThreshold)
    {
        var zip = Path.Combine(_folder.Path, "other.zip");
        var (information, weights, onnx) = ModelZip.Read(fixture.Zip);
        var calibration = information.Calibration;
        ModelZip.Write(zip, information with
        {
            Calibration = calibration with
            {
                Temperature = calibration.Temperature * temperatureFactor,
                OperatingPoints = [.. calibration.OperatingPoints.Select(point => point with { Threshold = point.Threshold + moreThreshold })],
            },
        }, weights, onnx);

        var refusal = Assert.Throws<InvalidModelException>(() => PneumoniaModel.Load(zip));

        Assert.Equal("its ONNX file is calibrated in another way than its calibration.json tells.", refusal.Reason);
    }

    [Fact]
    public void Predicting_leaves_no_tensor_behind()
    {
        using var model = PneumoniaModel.Load(fixture.Zip);
        var inputs = Inputs(3, withSaliency: true);
        var before = LiveTensors.CountOfThisThread();

        model.Predict(inputs);

        Assert.Equal(before, LiveTensors.CountOfThisThread());
    }

    [Fact]
    public void A_network_of_another_size_than_the_preprocessing_makes_is_refused() => RefusedNetwork(
        manifest => manifest with { Preprocessing = new Preprocessing { Width = 32, Height = 32 } });

    [Fact]
    public void A_network_of_other_classes_is_refused() => RefusedNetwork(
        manifest => manifest with { Classes = ["NORMAL", "BACTERIA", "PNEUMONIA"] });

    private void RefusedNetwork(Func<ModelManifest, ModelManifest> change)
    {
        var path = Path.Combine(_folder.Path, "other.zip");
        var (information, weights, onnx) = ModelZip.Read(fixture.Zip);

        var refusal = Assert.Throws<InvalidModelException>(
            () => ModelZip.Write(path, information with { Manifest = change(information.Manifest) }, weights, onnx));

        Assert.Equal("its network would not be of its preprocessing's size, or of its classes.", refusal.Reason);
    }

    [Fact]
    public void A_tensor_of_a_wrong_shape_is_refused() => Refused("fc.weight", tensors => tensors["fc.weight"] = zeros([3, 512]));

    [Fact]
    public void A_missing_tensor_is_refused() => Refused("bn1.bias", tensors => tensors.Remove("bn1.bias"));

    [Fact]
    public void A_tensor_too_many_is_refused() => Refused("fc.extra", tensors => tensors["fc.extra"] = zeros([1]));

    [Fact]
    public void Weights_that_are_no_safetensors_are_refused() => Refused(Rewrite([1, 2, 3], fixture.Information), "weights.safetensors");

    [Fact]
    public void An_unknown_architecture_is_refused()
    {
        var information = fixture.Information with { Manifest = fixture.Information.Manifest with { Architecture = "resnet9000" } };

        Refused(Rewrite(ModelZip.Read(fixture.Zip).Weights, information), "resnet9000");
    }

    private static void Refused(string zip, string reason)
    {
        var before = LiveTensors.CountOfThisThread();

        var error = Assert.Throws<InvalidModelException>(() => TorchModel.Load(zip));

        Assert.Contains("other.zip", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, LiveTensors.CountOfThisThread());
    }

    private void Refused(string named, Action<Dictionary<string, Tensor>> change)
    {
        byte[] bytes;
        using (NewDisposeScope())
        {
            var tensors = Safetensors.Load(ModelZip.Read(fixture.Zip).Weights);
            change(tensors);
            using var stream = new MemoryStream();
            Safetensors.Save(stream, tensors);
            bytes = stream.ToArray();
        }

        Refused(Rewrite(bytes, fixture.Information), named);
    }

    private string Rewrite(byte[] weights, ModelInformation information)
    {
        var path = Path.Combine(_folder.Path, "other.zip");
        ModelZip.Write(path, information with { Calibration = information.Calibration with { WeightsSha256 = "" } }, weights, ModelZip.Read(fixture.Zip).Onnx);
        return path;
    }

    private PredictionInput[] Inputs(int count, bool withSaliency = false)
    {
        var decoder = new RadiographDecoder();
        return [.. fixture.Phantoms.Data.Images.Take(count).Select(image => new PredictionInput(decoder.DecodeFile(image.Path), withSaliency))];
    }
}
