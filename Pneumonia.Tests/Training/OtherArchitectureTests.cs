using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;

namespace Pneumonia.Tests.Training;

[Collection(TrainingCollection.Name)]
public sealed class OtherArchitectureTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_network_asked_for_by_ML_NETs_name_is_trained_saved_and_asked_under_its_own()
    {
        var zip = Path.Combine(_folder.Path, "mobile.zip");
        using var result = new ImageClassificationTrainer(TinyTraining.Options with { Arch = "MobilenetV2", Epoch = 1 })
            .Fit(TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes);
        TrainedModel.Write(result, zip, ("phantoms", Synthetic: true), PositiveGroup.Of(result.Classes), DateTimeOffset.UnixEpoch);

        using var model = PneumoniaModel.Load(zip);
        var radiograph = new RadiographDecoder().DecodeFile(result.HeldOut[0].Path);
        var answer = Assert.Single(model.Predict([new PredictionInput(radiograph, WithSaliency: true)]));

        Assert.Equal("mobilenet_v2", model.Information.Manifest.Architecture);
        Assert.Equal("cam", answer.Saliency!.Method);
    }

    [Fact]
    public void Images_too_small_for_the_architecture_are_refused()
    {
        var trainer = new ImageClassificationTrainer(TinyTraining.Options with { Arch = "inception_v3" });

        var error = Assert.Throws<UserException>(
            () => trainer.Fit(TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes));

        Assert.Equal("Preprocessing 64 x 64: inception_v3 needs 75 pixels or more a side.", error.Message);
    }
}
