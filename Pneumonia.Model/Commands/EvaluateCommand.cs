using System.CommandLine;
using System.Text;
using System.Text.Json;
using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Evaluation.Report;
using Pneumonia.Model.Evaluation.Shifts;
using Pneumonia.Model.Evaluation.Shortcuts;
using Pneumonia.Model.Evaluation.Subgroups;
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
        var audit = new Option<bool>("--audit") { Description = "Ask for shortcuts, too: lungs, corners and borders covered; features that tell the acquisition." };
        var page = new Option<string?>("--report") { Description = "HTML file to write a report with every figure to; one file, no network.", HelpName = "FILE" };
        var json = CommonOptions.Json();
        var command = new Command("evaluate", "Measure a model on labelled X-rays.") { model, data, split, shifts, audit, prevalence, seed, page, json };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model), result.GetRequiredValue(data), result.GetValue(split), result.GetValue(shifts), result.GetValue(audit),
            result.GetValue(prevalence), result.GetValue(seed), result.GetValue(page), result.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(
        string modelPath, string folder, string? split, bool withShifts, bool withAudit, double? prevalence, int seed, string? page, string? json,
        CancellationToken cancellation)
    {
        using var model = PneumoniaModel.Load(modelPath);
        var information = model.Information;
        var chosen = prevalence is { } share ? new ChosenPrevalence(information, share) : null;
        var (name, images) = EvaluationImages.Open(folder, split, information.Manifest, Console.Error.WriteLine);
        var shifts = withShifts ? ImageShifts.All(seed) : [ImageShifts.Plain];
        var (read, looks, scores) = ImageScores.Of(model, images, shifts, cancellation);
        var decision = information.Decision;
        var limits = information.Calibration.Triage;
        var triage = limits is null ? null
            : TriageReport.Of([.. ModelEvaluation.Scored(scores[0], decision).Select(image => (image, limits.Of(image.Score)))]);
        if (chosen is not null)
        {
            decision = decision with { Threshold = chosen.Threshold };
            name = $"{name}, probabilities at a prevalence of {chosen.Share:0.000}";
            scores = [.. scores.Select(images => images.Select(image => image with { Probabilities = chosen.Move(image.Probabilities) }).ToList())];
        }

        var reports = scores.Select(scored => ModelEvaluation.Evaluate(scored, decision, name, seed)).ToArray();
        var scored = ModelEvaluation.Scored(scores[0], decision);
        SubgroupKind[] kinds = [.. SubgroupKind.OfFiles(read), .. SubgroupKind.OfLooks(looks)];
        reports[0] = reports[0] with
        {
            Triage = triage,
            Subgroups = SubgroupEvaluation.Evaluate(kinds, scored, scored, decision, seed),
            SubgroupGaps = SubgroupGapTest.Run(kinds, scored, decision.Threshold, seed),
        };
        var shiftReport = withShifts ? ShiftReport.Of([.. shifts.Zip(reports, (shift, report) => ShiftFigures.Of(shift.Name, report))]) : null;
        var values = chosen is null ? null : PredictiveValues.At(chosen.Share, reports[0].Sensitivity, reports[0].Specificity);
        var audit = withAudit ? ShortcutRun.Of(model, read, scored, seed, cancellation) : null;
        Show(reports[0], limits, values, shiftReport, audit, json);
        if (page is not null)
        {
            var text = EvaluationHtml.Write(new ReportContent(information, reports[0], scored, TimeProvider.System.GetUtcNow(), shiftReport, audit));
            AtomicFile.Write(page, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }

        return scores[0].Count < images.Count ? ExitCode.Failed : 0;
    }

    private static void Show(
        EvaluationReport report, TriageLimits? limits, PredictiveValues? values, ShiftReport? shifts, ShortcutReport? audit, string? json)
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

            if (audit is not null)
            {
                members["audit"] = JsonSerializer.SerializeToNode(audit, ModelJson.Options);
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

            if (audit is not null)
            {
                console.Write(ShortcutTable.Render(audit));
            }
        }
    }
}
