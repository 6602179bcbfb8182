using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Data;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;

namespace Pneumonia.Tests.Training;

[Collection(TrainingCollection.Name)]
public sealed class SeveralClassesTests(TrainedModelFixture fixture, CauseModelFixture causes) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BackboneMode.RandomWeights)]
    [InlineData(BackboneMode.Frozen)]
    public void Four_class_folders_are_trained_evaluated_and_told_apart(BackboneMode backbone)
    {
        var data = FourFolders();
        var options = TinyTraining.Options with { Network = TinyTraining.Options.Network with { Backbone = backbone, Weights = backbone == BackboneMode.Frozen ? fixture.Zip : null } };
        using var result = new ImageClassificationTrainer(options).Fit(data.Images, data.Classes);
        var zip = Path.Combine(_folder.Path, "four.zip");

        var written = TrainedModel.Write(result, zip, (data.Name, true), PositiveGroup.Of(data.Classes), DateTimeOffset.UnixEpoch);

        Assert.Equal(["BACTERIAL", "EFFUSION", "NORMAL", "VIRAL"], written.Manifest.Classes);
        Assert.Equal("ABNORMAL (BACTERIAL, EFFUSION, VIRAL)", written.Manifest.Positive.ToString());
        Assert.Equal(LabelScheme.Folders, written.Manifest.Labels);
        Assert.Equal(result.Roles.Judging.Count, written.Evaluation.Multiclass!.Confusion.Sum(row => row.Sum()));
        using var model = PneumoniaModel.Load(zip);
        Assert.All(Ask(model, data), answer =>
        {
            Assert.Equal(data.Classes, answer.Probabilities.Select(each => each.Class));
            Assert.Equal(1, answer.Probabilities.Sum(each => each.Probability), 1e-9);
        });
    }

    [Fact]
    public void The_verdict_and_the_class_explained_are_the_likeliest_of_the_positive_ones()
    {
        using var model = PneumoniaModel.Load(causes.Zip);

        var answers = Ask(model, causes.Data);

        Assert.All(answers, answer =>
        {
            var likeliest = answer.Probabilities.Where(each => each.Class != "NORMAL").MaxBy(each => each.Probability)!.Class;
            Assert.Equal(1 - answer.Probabilities[0].Probability, answer.PositiveProbability, 1e-9);
            Assert.Equal(answer.PositiveProbability >= answer.Threshold, answer.IsPositive);
            Assert.Equal(answer.IsPositive ? likeliest : "NORMAL", answer.Label);
            Assert.Equal(likeliest, answer.Saliency!.Class);
        });
    }

    [Fact]
    public void A_validation_set_without_a_class_is_refused_before_the_training()
    {
        var options = TinyTraining.Options with { ValidationSet = [.. causes.Data.InSplits(Split.Test).Where(image => image.Class != "VIRAL")] };

        var refusal = Assert.Throws<UserException>(
            () => new ImageClassificationTrainer(options).Fit(causes.Data.InSplits(Split.Train), causes.Data.Classes));

        Assert.Equal("Class VIRAL has no image to hold out.", refusal.Message);
    }

    [Fact]
    public void The_model_card_has_the_figures_of_every_class()
    {
        var card = causes.Information.ModelCard;

        Assert.Contains("| class | images | sensitivity |", card, StringComparison.Ordinal);
        Assert.Contains("| truth | called NORMAL | called BACTERIAL | called VIRAL |", card, StringComparison.Ordinal);
        Assert.Contains("Probability of PNEUMONIA (BACTERIAL, VIRAL) at or above", card, StringComparison.Ordinal);
        Assert.DoesNotContain("kappa", fixture.Information.ModelCard, StringComparison.Ordinal);
    }

    private static Prediction[] Ask(PneumoniaModel model, DataSet data) => model.Predict(
        [.. data.Images.Take(12).Select(image => new PredictionInput(new RadiographDecoder().DecodeFile(image.Path), WithSaliency: true))]);

    // Phantoms by kind; every second patient of those without pneumonia plays a fourth class.
    private DataSet FourFolders()
    {
        foreach (var (index, patient) in causes.Data.Images.GroupBy(image => image.Patient).Index())
        {
            foreach (var image in patient)
            {
                var name = image.Class == "NORMAL" && index % 2 == 0 ? "EFFUSION" : image.Class;
                _folder.Write($"data/{name}/{Path.GetFileName(image.Path)}", File.ReadAllBytes(image.Path));
            }
        }

        return DataSet.Open(Path.Combine(_folder.Path, "data"));
    }
}
