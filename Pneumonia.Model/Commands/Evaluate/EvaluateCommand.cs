using System.CommandLine;
using System.Text;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Studies;
using Pneumonia.Model.Studies.Report;
using Pneumonia.Model.Studies.Report.Sections;

namespace Pneumonia.Model.Commands.Evaluate;

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
        var seed = CommonOptions.Seed("Seed of the bootstrap and of the simulated noise.");
        var prevalence = CommonOptions.Prevalence();
        var audit = new Option<bool>("--audit") { Description = "Ask for shortcuts, too: lungs, corners and borders covered; features that tell the acquisition." };
        var page = new Option<string?>("--report") { Description = "HTML file to write a report with every figure to; one file, no network.", HelpName = "FILE" };
        var ignore = CommonOptions.IgnoreFolders();
        var json = CommonOptions.Json();
        var command = new Command("evaluate", "Measure a model on labelled X-rays.") { model, data, split, shifts, audit, prevalence, seed, page, ignore, json };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model), result.GetRequiredValue(data), result.GetValue(split),
            new StudyOptions
            {
                WithShifts = result.GetValue(shifts), WithAudit = result.GetValue(audit), Prevalence = result.GetValue(prevalence),
                Seed = result.GetValue(seed),
            },
            result.GetValue(page), result.GetValue(ignore), result.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(
        string modelPath, string folder, string? split, StudyOptions options, string? page, string? ignoreFolders, string? json, CancellationToken cancellation)
    {
        OutputProbe.VerifyFile("--report", page);
        OutputProbe.VerifyFile("--json", json);
        using var model = PneumoniaModel.Load(modelPath);
        using var watch = new ConsoleWatch();
        var study = new ModelStudy(model, options, watch);
        var images = EvaluationImages.Open(folder, split, model.Information.Manifest, Console.Error.WriteLine, ignoreFolders);
        var result = study.Run(images, cancellation);
        if (json is not null)
        {
            JsonOutput.Write(json, StudyOutput.Json(result));
        }

        if (json != "-")
        {
            StudyOutput.Write(ResultConsole.Create(), result);
        }

        if (page is not null)
        {
            var text = EvaluationHtml.Write(new ReportContent(
                model.Information, result.Report, result.Scored, TimeProvider.System.GetUtcNow(), result.Shifts, result.Audit)
            {
                EqualPictures = result.EqualPictures.Count, EqualPicturesOfTwoLabels = result.EqualPictures.Count(group => group.AcrossClasses),
            });
            AtomicFile.Write(page, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }

        return result.Scored.Count < images.Images.Count ? ExitCode.Failed : 0;
    }
}
