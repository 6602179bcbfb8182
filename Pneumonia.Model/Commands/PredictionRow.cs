using Pneumonia.Model.Serving;
using Spectre.Console;

namespace Pneumonia.Model.Commands;

/// <summary>A row of <c>predict --json</c>.</summary>
/// <param name="File">The file as given.</param>
/// <param name="Label">The class decided on; null with an error.</param>
/// <param name="Probabilities">Calibrated probability by class; null with an error.</param>
/// <param name="PositiveProbability">Probability of the positive classes together; null with an error.</param>
/// <param name="Threshold">Least <paramref name="PositiveProbability"/> for a positive verdict.</param>
/// <param name="Model">Name and version of the model.</param>
/// <param name="Refused">Whether a check says that the image should not be judged; null with an error.</param>
/// <param name="Reasons">Codes of what the checks found; null with an error.</param>
/// <param name="Triage">ruleIn, ruleOut or cannotSay; null with an error, or with a model that has no limits for it.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
internal sealed record PredictionRow(
    string File, string? Label, IReadOnlyDictionary<string, double>? Probabilities, double? PositiveProbability, double Threshold, string Model,
    bool? Refused, IReadOnlyList<string>? Reasons, Triage? Triage, string? Error)
{
    private string Verdict => (Label, Refused, Reasons) switch
    {
        (null, _, _) => "cannot be read",
        (_, true, { } reasons) => $"refused: {string.Join(", ", reasons)}",
        (_, _, { Count: > 0 } reasons) => $"{Label} ({string.Join(", ", reasons)})",
        _ => Label,
    };

    public static PredictionRow Of(FilePrediction file, PneumoniaModel model) => new(
        file.File,
        file.Prediction?.Label,
        file.Prediction?.Probabilities.ToDictionary(probability => probability.Class, probability => probability.Probability),
        file.Prediction?.PositiveProbability,
        model.Information.Calibration.DefaultPoint.Threshold,
        model.DisplayName,
        file.Prediction?.Refused,
        file.Prediction?.Reasons,
        file.Prediction?.Triage,
        file.Error);

    public static Table Table(IReadOnlyList<PredictionRow> rows, PositiveGroup positive, bool evenIfRefused = false)
    {
        var classes = rows.Select(row => row.Probabilities?.Keys).FirstOrDefault(keys => keys is not null)?.ToArray() ?? [];
        var table = new Table().Border(TableBorder.Simple).AddColumns(["file", "verdict", .. classes.Select(Markup.Escape)]);
        foreach (var row in rows)
        {
            var isShown = evenIfRefused || row.Refused != true;
            var figures = classes.Select(name => isShown ? row.Probabilities?[name].ToString("0.000") ?? "" : "");
            table.AddRow([Markup.Escape(row.File), Markup.Escape(row.Verdict), .. figures]);
        }

        return table.Caption(Markup.Escape($"{rows[0].Model}, {positive} from {rows[0].Threshold:0.000} up. Not a medical device."));
    }
}
