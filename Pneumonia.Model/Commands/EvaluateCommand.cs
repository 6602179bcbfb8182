using System.CommandLine;
using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Serving;
using Spectre.Console;

namespace Pneumonia.Model.Commands;

/// <summary><c>evaluate</c>: how good a model is on a folder of images.</summary>
internal static class EvaluateCommand
{
    private const string AllSplits = "all";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var data = new Option<string>("--data") { Description = "Folder with train|val|test/CLASS/* or CLASS/*.", HelpName = "DIR", Required = true };
        var split = new Option<string?>("--split") { Description = "train, val, test or all. Default: test where there is one, else all.", HelpName = "SPLIT" };
        split.AcceptOnlyFromAmong([.. Split.All, AllSplits]);
        var seed = new Option<int>("--seed") { Description = "Seed of the bootstrap.", HelpName = "N" };
        var json = CommonOptions.Json();
        var command = new Command("evaluate", "Measure a model on labelled X-rays.") { model, data, split, seed, json };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model), result.GetRequiredValue(data), result.GetValue(split), result.GetValue(seed), result.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static int Run(string modelPath, string dataPath, string? split, int seed, string? json, CancellationToken cancellation)
    {
        using var model = PneumoniaModel.Load(modelPath);
        var manifest = model.Information.Manifest;
        var data = DataSet.Open(dataPath, labels: manifest.Labels);
        if (!data.Classes.ToHashSet().SetEquals(manifest.Classes))
        {
            throw new UserException(
                $"{dataPath}: the folder has the classes {string.Join(", ", data.Classes)}, and the model tells {string.Join(", ", manifest.Classes)}.");
        }

        if (data.ImagesWithoutCause > 0)
        {
            Console.Error.WriteLine($"left out: {data.ImagesWithoutCause} images whose names tell no cause");
        }

        split ??= data.Splits.Contains(Split.Test) ? Split.Test : AllSplits;
        var images = split == AllSplits ? data.Images : data.InSplits(split);
        if (images.Count == 0)
        {
            throw new UserException($"{dataPath}: there is no '{split}' folder with images in it.");
        }

        var scored = Score(model, images, cancellation);
        var report = ModelEvaluation.Evaluate(
            scored,
            Decision.Of(manifest, model.Information.Calibration),
            $"{data.Name}, {split}{(data.IsSynthetic ? " (synthetic)" : "")}",
            seed);
        if (json is not null)
        {
            JsonOutput.Write(json, report);
        }

        if (json != "-")
        {
            ResultConsole.Create().Write(EvaluationTable.Render(report));
        }

        return scored.Count < images.Count ? CommandLine.Failed : 0;
    }

    private static List<ClassifiedImage> Score(PneumoniaModel model, IReadOnlyList<XRay> images, CancellationToken cancellation)
    {
        var classes = model.Information.Manifest.Classes.ToList();
        using var progress = new ProgressLine("Scoring images");
        var scored = new List<ClassifiedImage>();
        foreach (var (index, file) in FilePredictor.Predict(model, images.Select(image => image.Path), cancellation: cancellation).Index())
        {
            if (file.Prediction is { } prediction)
            {
                double[] probabilities = [.. prediction.Probabilities.Select(probability => probability.Probability)];
                scored.Add(new ClassifiedImage(images[index].Patient, classes.IndexOf(images[index].Class), probabilities));
            }
            else
            {
                Console.Error.WriteLine($"left out: {file.Error}");
            }

            progress.Report(new DataProgress(index + 1, images.Count));
        }

        return scored;
    }
}
