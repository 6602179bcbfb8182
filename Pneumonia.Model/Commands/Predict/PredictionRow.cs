using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Serving;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Predict;

/// <summary>A row of <c>predict --json</c>.</summary>
/// <param name="File">The file as given.</param>
/// <param name="Label">The class decided on; null with an error.</param>
/// <param name="Probabilities">Calibrated probability by class; null with an error.</param>
/// <param name="PositiveProbability">Probability of the positive classes together; null with an error.</param>
/// <param name="Threshold">Least <paramref name="PositiveProbability"/> for a positive verdict.</param>
/// <param name="Prevalence">Share of positives that the probabilities hold for; null where the model does not say.</param>
/// <param name="Model">Name and version of the model.</param>
/// <param name="Refused">Whether a check says that the image should not be judged; null with an error.</param>
/// <param name="Reasons">Codes of what the checks found; null with an error.</param>
/// <param name="Triage">ruleIn, ruleOut or cannotSay; null with an error, or with a model that has no limits for it.</param>
/// <param name="CannotSay">Why triage cannot say; null where it can.</param>
/// <param name="Population">Whose X-ray the model took it for, with how sure the image makes it, and so which calibration it used; null where it makes
/// no difference.</param>
/// <param name="Meaning">How many held-out images with such a probability were positive; null with an error, at another prevalence than
/// theirs, or with a model that does not say.</param>
/// <param name="Cropped">What was cut off the file's image before the model looked, in its pixels; null: nothing.</param>
/// <param name="Lungs">Where the lungs were found; null with an error, and with a model that sees whole images.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
internal sealed record PredictionRow(
    string File, string? Label, IReadOnlyDictionary<string, double>? Probabilities, double? PositiveProbability, double Threshold,
    double? Prevalence, string Model, bool? Refused, IReadOnlyList<string>? Reasons, Triage? Triage, CannotSayReason? CannotSay, PopulationFinding? Population,
    ScoreMeaning? Meaning, Margins? Cropped, LungShape? Lungs,
    string? Error)
{
    private string Verdict => (Label, Refused, Notes()) switch
    {
        (null, _, _) => "cannot be read",
        (_, true, { } reasons) => $"refused: {string.Join(", ", reasons)}",
        (_, _, { Count: > 0 } reasons) => $"{Label} ({string.Join(", ", reasons)})",
        _ => Label,
    };

    private IReadOnlyList<string>? Notes() => Cropped is null ? Reasons : [.. Reasons ?? [], "bars around it cut off"];

    public static PredictionRow Of(FilePrediction file, PneumoniaModel model, ChosenPrevalence? prevalence = null)
    {
        var prediction = prevalence is null || file.Prediction is null ? file.Prediction : prevalence.Move(file.Prediction);
        var calibration = model.Information.CalibrationOf(prediction?.Population?.Population);
        return new PredictionRow(
            file.File,
            prediction?.Label,
            prediction?.Probabilities.ToDictionary(probability => probability.Class, probability => probability.Probability),
            prediction?.PositiveProbability,
            prediction?.Threshold ?? prevalence?.Threshold ?? calibration.DefaultPoint.Threshold,
            prevalence?.Share ?? calibration.Prevalence,
            model.DisplayName,
            prediction?.Refused,
            prediction?.Reasons,
            prediction?.Triage,
            prediction?.CannotSay,
            prediction?.Population,
            prediction?.Meaning,
            file.Radiograph?.Cropped.OrNull(),
            LungShape.Of(prediction?.Lungs),
            file.Error);
    }

    public static Table Table(IReadOnlyList<PredictionRow> rows, PositiveGroup positive, bool evenIfRefused = false)
    {
        var classes = rows.Select(row => row.Probabilities?.Keys).FirstOrDefault(keys => keys is not null)?.ToArray() ?? [];
        var table = new Table().Border(TableBorder.Simple).AddColumns(["file", "verdict", .. classes.Select(Markup.Escape)]);
        var (withTriage, withMeaning) = (rows.Any(row => row.Triage is not null), rows.Any(row => row.Meaning is not null));
        table.AddColumns([.. withTriage ? ["triage"] : Array.Empty<string>(), .. withMeaning ? [$"{Markup.Escape(positive.Name)} among such"] : Array.Empty<string>()]);
        foreach (var row in rows)
        {
            var isShown = evenIfRefused || row.Refused != true;
            var figures = classes.Select(name => isShown ? row.Probabilities?[name].ToString("0.000") ?? "" : "");
            table.AddRow(
            [
                Markup.Escape(row.File), Markup.Escape(row.Verdict), .. figures,
                .. withTriage ? [isShown && row.Triage is { } triage ? RiskWords.Verdict(triage) : ""] : Array.Empty<string>(),
                .. withMeaning ? [isShown && row.Meaning is { } meaning ? RiskWords.Meaning(meaning) : ""] : Array.Empty<string>(),
            ]);
        }

        return table.Caption(Markup.Escape($"{rows[0].Model}, {positive} from {rows[0].Threshold:0.000} up{(rows[0].Prevalence is { } share ? $", at a prevalence of {share:0.000}" : "")}. Not a medical device."));
    }
}
