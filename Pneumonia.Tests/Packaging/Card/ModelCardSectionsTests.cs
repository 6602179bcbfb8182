using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Model.Data;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Packaging.Card;
using Pneumonia.Tests.Package;

namespace Pneumonia.Tests.Packaging.Card;

public sealed class ModelCardSectionsTests
{
    private static readonly ModelInformation s_sample = SampleModel.Information();

    [Fact]
    public void The_data_sets_authors_and_licence_are_named()
    {
        var description = DataDescriptionFile.Read(Path.Combine(RepositoryPaths.Root, "chest_xray", DataDescription.FileName));

        var card = Card(s_sample.Manifest with { DataDescription = description });

        Assert.Contains("- Attribution: Kermany, Daniel; Zhang, Kang; Goldbaum, Michael (2018)", card, StringComparison.Ordinal);
        Assert.Contains("Training images: CC BY 4.0", card, StringComparison.Ordinal);
        Assert.Contains("Children of one to five years", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_that_there_were_more_than_once_are_told()
    {
        var data = s_sample.Manifest.Data with { EqualPictures = new PictureFindings(24, 50, 3, 2) };

        var card = Card(s_sample.Manifest with { Data = data });

        Assert.Contains("50 images showed 24 pictures that there were more than once", card, StringComparison.Ordinal);
        Assert.Contains("3 patients of the file names count as another", card, StringComparison.Ordinal);
        Assert.Contains("2 images were left out", card, StringComparison.Ordinal);
        Assert.DoesNotContain("more than once", Card(s_sample.Manifest), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_recorded_is_said()
    {
        var card = Card(s_sample.Manifest);

        Assert.Contains("Nobody described the data", card, StringComparison.Ordinal);
        Assert.Contains("None: random ones.", card, StringComparison.Ordinal);
        Assert.Contains("None were told apart.", card, StringComparison.Ordinal);
        Assert.Contains("Which prevalence the probabilities are calibrated for was not recorded.", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_it_began_with_are_named_with_their_hash_and_note()
    {
        var card = Card(s_sample.Manifest with { Pretrained = new PretrainedSource("model.json", "ab12", "nsfwjs 4.3.0, MIT") });

        Assert.Contains("`model.json`, SHA-256 `ab12`. nsfwjs 4.3.0, MIT", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Calibration_operating_points_and_subgroups_have_their_tables()
    {
        var (calibration, evaluation) = HeldOutCalibration.Fit(MadeResult.Create(), s_sample.Manifest.Positive);

        var card = ModelCard.Write(s_sample.Manifest, calibration, evaluation);

        Assert.Contains($"biases NORMAL {calibration.Bias[0]:0.000}, PNEUMONIA {calibration.Bias[1]:0.000}", card, StringComparison.Ordinal);
        Assert.Contains("for a prevalence of 0.750", card, StringComparison.Ordinal);
        Assert.Contains("| name | threshold | sensitivity | specificity | PPV | NPV |", card, StringComparison.Ordinal);
        Assert.Contains("| cause | bacteria |", card, StringComparison.Ordinal);
        Assert.Contains("| AUC, DeLong's interval by patient |", card, StringComparison.Ordinal);
        Assert.Contains($"| calibration slope, 1 at best | {evaluation.CalibrationLine!.Slope.Value:0.000} |", card, StringComparison.Ordinal);
        Assert.Contains("of treating nobody at 9", card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_triage_is_promised_in_words_and_numbers()
    {
        var (calibration, evaluation) = HeldOutCalibration.Fit(MadeResult.Create(), s_sample.Manifest.Positive);

        var card = ModelCard.Write(s_sample.Manifest, calibration, evaluation);

        Assert.Contains(
            $"Scores below {calibration.Triage!.RuleOut.Limit:0.000} are ruled out: among PNEUMONIA patients like those held out, at most 1% are ruled out, "
            + $"on average over draws of the calibration patients (n = {calibration.Triage.RuleOut.Patients}).", card, StringComparison.Ordinal);
        Assert.Contains("| ruled out |", card, StringComparison.Ordinal);
        Assert.Contains("On other machines, ages or\ndiseases they promise nothing.", card, StringComparison.Ordinal);
        Assert.Contains("| 0.99 to 1 |", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_patients_for_a_promise_are_said_to_be()
    {
        var (calibration, evaluation) = HeldOutCalibration.Fit(MadeResult.Create(patients: 80), s_sample.Manifest.Positive);

        var card = ModelCard.Write(s_sample.Manifest, calibration, evaluation);

        Assert.Contains("Nothing is ever ruled out: to keep to 1% of the PNEUMONIA patients, 99 of them are needed", card, StringComparison.Ordinal);
        Assert.Contains("Nothing is ever ruled in: to keep to 2% of the patients without PNEUMONIA, 49 of them are needed", card, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_model_has_no_limits_and_its_card_says_so() =>
        Assert.Contains("It has no limits for ruling in or ruling out", Card(s_sample.Manifest), StringComparison.Ordinal);

    private static string Card(ModelManifest manifest) => ModelCard.Write(manifest, s_sample.Calibration, s_sample.Evaluation);
}
