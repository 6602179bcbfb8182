using System.CommandLine;
using System.Text.Json;
using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Evaluation.Shifts;
using Pneumonia.Model.RiskControl;
using Pneumonia.Model.Serving;
using Spectre.Console;

namespace Pneumonia.Model.Commands;

/// <summary><c>evaluate</c>: how good a model is on a folder of images.</summary>
internal static class EvaluateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var data = new Option<string>("--data") { Description = "Folder with train|val|test/CLASS/* or CLASS/*.", HelpName = "DIR", Required = true };
        var split = new Option<string?>("--split") { Description = "train, val, test or all. Default: test where there is one, else all.", HelpName = "SPLIT" };
        split.AcceptOnlyFromAmong([.. Split.All, EvaluationImages.AllSplits]);
        var shifts = new Option<bool>("--shifts") { Description = "Measure under simulated changes of machine, too: exposure, contrast, detail, field of view." };
        var seed = new Option<int>("--seed") { Description = "Seed of the bootstrap and of the simulated noise.", HelpName = "N" };
        var prevalence = CommonOptions.Prevalence();
        var json = CommonOptions.Json();
        var command = new Command("evaluate", "Measure a model on labelled X-rays.") { model, data, split, shifts, seed, prevalence, json };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model), result.GetRequiredValue(data), result.GetValue(split), result.GetValue(shifts), result.GetValue(seed),
            result.GetValue(prevalence), result.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(
        string modelPath, string folder, string? split, bool withShifts, int seed, double? prevalence, string? json,
        CancellationToken cancellation)
    {
        using var model = PneumoniaModel.Load(modelPath);
        var information = model.Information;
        var chosen = prevalence is { } share ? new ChosenPrevalence(information, share) : null;
        var (name, images) = EvaluationImages.Open(folder, split, information.Manifest, Console.Error.WriteLine);
        var shifts = withShifts ? ImageShifts.All(seed) : [ImageShifts.Plain];
        var scores = ImageScores.Of(model, images, shifts, cancellation);
        var decision = Decision.Of(information.Manifest, information.Calibration);
        var reports = scores.Select(scored => Evaluate(scored, decision, chosen, name, seed)).ToArray();
        if (information.Calibration.Triage is { } limits)
        {
            reports[0] = reports[0] with
            {
                Triage = TriageReport.Of([.. ModelEvaluation.Scored(scores[0], decision).Select(image => (image, limits.Of(image.Score)))]),
            };
        }

        var shiftReport = withShifts ? ShiftReport.Of([.. shifts.Zip(reports, (shift, report) => ShiftFigures.Of(shift.Name, report))]) : null;
        var values = chosen is null ? null : PredictiveValues.At(chosen.Share, reports[0].Sensitivity, reports[0].Specificity);
        Show(reports[0], information.Calibration.Triage, values, shiftReport, json);
        return scores[0].Count < images.Count ? CommandLine.Failed : 0;
    }

    private static EvaluationReport Evaluate(
        IReadOnlyList<ClassifiedImage> images, Decision decision, ChosenPrevalence? prevalence, string name, int seed) => prevalence is null
        ? ModelEvaluation.Evaluate(images, decision, name, seed)
        : ModelEvaluation.Evaluate(
            [.. images.Select(image => image with { Probabilities = prevalence.Move(image.Probabilities) })],
            decision with { Threshold = prevalence.Threshold }, $"{name}, probabilities at a prevalence of {prevalence.Share:0.000}", seed);

    private static void Show(EvaluationReport report, TriageLimits? limits, PredictiveValues? values, ShiftReport? shifts, string? json)
    {
        if (json is not null)
        {
            var members = JsonSerializer.SerializeToNode(report, ModelJson.Options)!.AsObject();
            if (values is not null)
            {
                members["predictiveValues"] = JsonSerializer.SerializeToNode(values, ModelJson.Options);
            }

            if (shifts is not null)
            {
                members["shifts"] = JsonSerializer.SerializeToNode(shifts, ModelJson.Options);
            }

            JsonOutput.Write(json, members);
        }

        if (json != "-")
        {
            var console = ResultConsole.Create();
            console.Write(EvaluationTable.Render(report));
            if (values is not null)
            {
                console.Write(EvaluationTable.WithIntervals([($"PPV at a prevalence of {values.Prevalence:0.000}", values.Ppv), ("NPV there", values.Npv)]));
            }

            if (limits is not null && report.Triage is { } triage)
            {
                console.Write(TriageTable.Render(triage, limits, report.PositiveClass));
            }

            if (shifts is not null)
            {
                console.Write(ShiftTable.Render(shifts));
            }
        }
    }
}
