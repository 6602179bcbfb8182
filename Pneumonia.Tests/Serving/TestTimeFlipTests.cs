using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using Pneumonia.Tests.Training;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Serving;

[Collection(TrainingCollection.Name)]
public sealed class TestTimeFlipTests(TrainedModelFixture fixture) : IDisposable
{
    private static readonly ImageClassificationOptions s_options = TinyTraining.Options with
    {
        Epoch = 1,
        Packaging = TinyTraining.Options.Packaging with { TestTimeFlip = true },
        Network = TinyTraining.Options.Network with { Preprocessing = TinyTraining.Options.Network.Preprocessing with { Standardisation = Standardisation.Percentile } },
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_mean_of_both_logits_is_asked_calibrated_and_served()
    {
        var zip = Path.Combine(_folder.Path, "flipped.zip");
        using var result = new ImageClassificationTrainer(s_options)
            .Fit(TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes);
        var information = TrainedModel.Write(result, zip, ("phantoms", Synthetic: true), PositiveGroup.Of(fixture.Phantoms.Data.Classes, "PNEUMONIA"), DateTimeOffset.UnixEpoch);
        using var model = PneumoniaModel.Load(zip);

        var answers = FilePredictor.Predict(model, result.HeldOut.Select(image => image.Path)).ToArray();

        Assert.True(model.Information.Manifest.TestTimeFlip);
        Assert.Equal(Standardisation.Percentile, model.Information.Manifest.Preprocessing.Standardisation);
        var expected = result.HeldOutLogits.Select(logits => information.Calibration.Probabilities(logits)[1]);
        Assert.All(expected.Zip(answers), pair => Assert.Equal(pair.First, pair.Second.Prediction!.Probabilities[1].Probability, 0.01));
    }

    [Fact]
    public void A_zip_whose_manifest_says_so_answers_by_both()
    {
        var zip = Path.Combine(_folder.Path, "flipped.zip");
        var content = ModelZip.Read(fixture.Zip);
        Rewritten.Write(zip, content.Information with { Manifest = content.Information.Manifest with { TestTimeFlip = true } }, content.Weights);
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = PneumoniaModel.Load(zip);
        using var trained = TorchModel.Load(zip);
        var radiograph = new RadiographDecoder().DecodeFile(fixture.Phantoms.Data.Images[0].Path);

        var answer = model.Predict([new PredictionInput(radiograph)]).Single().Probabilities[1].Probability;

        var image = tensor(model.Preparation.Apply(radiograph), [1, 1, 64, 64]);
        Assert.Equal(Expected(flip: true), answer, 1e-5);
        Assert.NotEqual(Expected(flip: false), answer, 1e-5);

        double Expected(bool flip) => model.Information.Calibration.Probabilities(trained.Network.Decide(image, flip).ToArray<float>())[1];
    }

    [Fact]
    public void An_image_and_its_mirror_image_get_the_same_answer()
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        using var model = TorchModel.Load(fixture.Zip);
        var images = rand([2, 1, 64, 64]);
        var mirrored = images.flip(3);

        var (one, other) = (model.Network.Decide(images, flip: true), model.Network.Decide(mirrored, flip: true));
        var means = (model.Network.forward(images) + model.Network.forward(mirrored)) * 0.5;

        Assert.All(one.ToArray<float>().Zip(other.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        Assert.All(one.ToArray<float>().Zip(means.ToArray<float>()), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        Assert.NotEqual(model.Network.forward(images).ToArray<float>(), one.ToArray<float>());
    }

    [Fact]
    public void An_older_manifest_flips_nothing()
    {
        var node = JsonSerializer.SerializeToNode(fixture.Information.Manifest, ModelJson.Options)!.AsObject();
        node.Remove("testTimeFlip");

        Assert.False(node.Deserialize<ModelManifest>(ModelJson.Options)!.TestTimeFlip);
    }
}
