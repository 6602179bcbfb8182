using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;

namespace Pneumonia.Tests.Training;

/// <summary>Real trainings on as few images as can be: they end in a model, or are refused before they begin.</summary>
[Collection(TrainingCollection.Name)]
public sealed class TinyDataSetTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Two_patients_of_each_class_make_a_model_that_answers_and_says_what_it_lacks(int patients, bool stopsEarly)
    {
        var zip = Path.Combine(_folder.Path, "tiny.zip");
        List<string> log = [];
        var options = TinyTraining.Options with
        {
            Epoch = 1, BatchSize = 2, ValidationSetFraction = 0.5, WorkspacePath = _folder.Path,
            EarlyStoppingCriteria = stopsEarly ? new EarlyStopping() : null,
        };
        using (var result = new ImageClassificationTrainer(options, log.Add).Fit(Few(patients), fixture.Phantoms.Data.Classes))
        {
            TrainedModel.Write(result, zip, ("few", Synthetic: true), PositiveGroup.Of(result.Classes), DateTimeOffset.UnixEpoch, log: log.Add);
        }

        using var model = PneumoniaModel.Load(zip);
        var answer = Assert.Single(model.Predict([new PredictionInput(new RadiographDecoder().DecodeFile(Few(1)[0].Path))]));
        var (omissions, card) = (model.Information.Manifest.Omissions!, model.Information.ModelCard);

        Assert.InRange(answer.PositiveProbability, 0, 1);
        Assert.Contains(omissions, omission => omission.What == "checks of the input");
        Assert.Equal(stopsEarly && patients == 2, omissions.Any(omission => omission.What == "triage"));
        Assert.All(omissions, omission => Assert.Contains(omission.Why, card, StringComparison.Ordinal));
        Assert.All(omissions, omission => Assert.Contains($"left out of the model: {omission.What}. {omission.Why}", log));
        var (checkpoints, room) = TrainingRoom.BytesOf(options, 2);
        Assert.InRange(new FileInfo(zip).Length, 1, room);
        Assert.InRange(2 * new FileInfo(Path.Combine(_folder.Path, "checkpoint.safetensors")).Length, checkpoints / 2, checkpoints);
    }

    [Fact]
    public void A_held_out_set_of_one_class_is_refused_before_the_training() => Assert.Equal(
        "Class NORMAL has no image to hold out.",
        Refusal(TinyTraining.Options with { ValidationSet = [Few(1).First(image => image.Class == "PNEUMONIA")] }, Few(3)));

    [Fact]
    public void So_are_a_class_of_one_image_and_a_single_patient()
    {
        Assert.Contains("has too few patients (1)", Refusal(TinyTraining.Options, Few(1)), StringComparison.Ordinal);
        Assert.Contains("has too few patients (1)", Refusal(TinyTraining.Options, [.. Few(3).Select(image => image with { Patient = "one" })]), StringComparison.Ordinal);
    }

    private string Refusal(ImageClassificationOptions options, IReadOnlyList<XRay> images) =>
        Assert.Throws<UserException>(() => new ImageClassificationTrainer(options).Fit(images, fixture.Phantoms.Data.Classes)).Message;

    // One image of each of some patients of each class.
    private XRay[] Few(int patients) => [.. TinyTraining.Images(fixture.Phantoms).DistinctBy(image => image.Patient)
        .GroupBy(image => image.Class).SelectMany(group => group.Take(patients))];
}
