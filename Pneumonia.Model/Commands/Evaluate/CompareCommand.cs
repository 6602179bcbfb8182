using System.CommandLine;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Studies;
using Pneumonia.Model.Studies.Compare;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Studies.Shifts;

namespace Pneumonia.Model.Commands.Evaluate;

/// <summary><c>compare</c>: two models on the same labelled images.</summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var models = new Argument<string[]>("models") { Description = "Two model zips.", HelpName = "ZIP", Arity = new ArgumentArity(2, 2) };
        var data = new Option<string>("--data") { Description = "Folder with train|val|test/CLASS/* or CLASS/*.", HelpName = "DIR", Required = true };
        var split = new Option<string?>("--split") { Description = "train, val, test or all. Default: test where there is one, else all.", HelpName = "SPLIT" };
        split.AcceptOnlyFromAmong([.. Split.All, EvaluationImages.AllSplits]);
        var ignore = CommonOptions.IgnoreFolders();
        var seed = CommonOptions.Seed("Seed of the bootstrap.");
        var json = CommonOptions.Json();
        var command = new Command("compare", "Compare two models on the same labelled X-rays.") { models, data, split, ignore, seed, json };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(models), result.GetRequiredValue(data), result.GetValue(split), result.GetValue(ignore), result.GetValue(seed),
            result.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(string[] paths, string folder, string? split, string? ignoreFolders, int seed, string? json, CancellationToken cancellation)
    {
        OutputProbe.VerifyFile("--json", json);
        using var first = PneumoniaModel.Load(paths[0]);
        using var second = PneumoniaModel.Load(paths[1]);
        var (a, b) = (first.Information.Manifest, second.Information.Manifest);
        if (!a.Classes.Order().SequenceEqual(b.Classes.Order()) || !a.PositiveClasses.Order().SequenceEqual(b.PositiveClasses.Order()))
        {
            throw new UserException($"{paths[1]}: it tells {string.Join(", ", b.Classes)} with {b.PositiveClass} as positive, but {paths[0]} tells "
                + $"{string.Join(", ", a.Classes)} with {a.PositiveClass}; only models of the same classes can be compared.");
        }

        var (name, images, _) = EvaluationImages.Open(folder, split, a, Console.Error.WriteLine, ignoreFolders);
        using var watch = new ConsoleWatch();
        var judged = Judge(first, images, watch, cancellation);
        var comparison = ModelComparison.Of(judged, Judge(second, images, watch, cancellation), name, a.PositiveClass, seed);
        if (json is not null)
        {
            JsonOutput.Write(json, comparison);
        }

        if (json != "-")
        {
            ResultConsole.Create().Write(ComparisonTables.Render(comparison));
        }

        return judged.Images.Count < images.Count ? ExitCode.Failed : 0;
    }

    private static (string Name, double Threshold, IReadOnlyList<ScoredImage> Images) Judge(
        PneumoniaModel model, IReadOnlyList<XRay> images, IStudyWatch watch, CancellationToken cancellation)
    {
        var decision = model.Information.Decision;
        var scores = ImageScores.Of(model, images, [ImageShifts.Plain], watch, cancellation).Scores[0];
        return (model.DisplayName, decision.Threshold, ModelEvaluation.Scored(scores, decision));
    }
}
