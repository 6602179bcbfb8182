using System.CommandLine;
using System.Text.Json;
using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Evaluation.Shifts;
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
        var json = CommonOptions.Json();
        var command = new Command("evaluate", "Measure a model on labelled X-rays.") { model, data, split, shifts, seed, json };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model), result.GetRequiredValue(data), result.GetValue(split), result.GetValue(shifts), result.GetValue(seed),
            result.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(
        string modelPath, string folder, string? split, bool withShifts, int seed, string? json, CancellationToken cancellation)
    {
        using var model = PneumoniaModel.Load(modelPath);
        var information = model.Information;
        var (name, images) = EvaluationImages.Open(folder, split, information.Manifest, Console.Error.WriteLine);
        var shifts = withShifts ? ImageShifts.All(seed) : [ImageShifts.Plain];
        var scores = ImageScores.Of(model, images, shifts, cancellation);
        var decision = Decision.Of(information.Manifest, information.Calibration);
        var reports = scores.Select(scored => ModelEvaluation.Evaluate(scored, decision, name, seed)).ToArray();
        var shiftReport = withShifts ? ShiftReport.Of([.. shifts.Zip(reports, (shift, report) => ShiftFigures.Of(shift.Name, report))]) : null;
        Show(reports[0], shiftReport, json);
        return scores[0].Count < images.Count ? CommandLine.Failed : 0;
    }

    private static void Show(EvaluationReport report, ShiftReport? shifts, string? json)
    {
        if (json is not null)
        {
            var members = JsonSerializer.SerializeToNode(report, ModelJson.Options)!.AsObject();
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
            if (shifts is not null)
            {
                console.Write(ShiftTable.Render(shifts));
            }
        }
    }
}
