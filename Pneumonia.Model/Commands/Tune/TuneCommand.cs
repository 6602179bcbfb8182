using System.CommandLine;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Memory;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Data;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Model.Commands.Tune;

/// <summary><c>tune</c>: searches options for <c>train</c>.</summary>
internal static class TuneCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "Folder with train|val/CLASS/* or CLASS/*. Default: chest_xray where it holds images, else synthetic phantoms.", HelpName = "DIR",
        };
        var output = new Option<string>("--output")
        {
            Description = "Folder of trials.json, leaderboard.csv and best-recipe.json.", HelpName = "DIR", DefaultValueFactory = _ => "tuning",
        };
        var labels = LabelsOption.Create();
        var print = new Option<bool>("--print-space") { Description = "Print the space as JSON, and do no more." };
        var (tuning, trainer) = (new TuneOptions(), new TrainOptions());
        var command = new Command(
            "tune", "Search learning rate, weight decay, augmentation and architecture. Options of train are those of every trial; what the "
            + "space holds is drawn in their place.") { data, labels, output, print };
        tuning.AddTo(command);
        trainer.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            NativeMemory.KeepFreed();
            var folder = result.GetRequiredValue(output);
            var recipe = trainer.Read(result) with { WorkspacePath = folder };
            if (result.GetValue(print))
            {
                JsonOutput.Write("-", tuning.ReadSpace(result, recipe));
                return Task.FromResult(0);
            }

            var search = tuning.Read(result, recipe);
            return Task.Run(() => Run(search, result.GetValue(data), LabelsOption.Read(result, labels), folder, cancellation), cancellation);
        });
        return command;
    }

    private static int Run(
        TuningOptions search, string? dataFolder, LabelScheme labels, string output, CancellationToken cancellation)
    {
        search.Verify();
        OutputProbe.Verify($"--output {output}", output);
        var data = TrainingData.Open(dataFolder, labels, output, search.Recipe.Seed, Log, search.Recipe.Data.IgnoreFolders);
        OutputProbe.Verify($"--output {output}", output, TrainingRoom.BytesOf(search.Recipe, data.Classes.Count).Checkpoints);
        var images = TrainingData.Images(data);
        var recipe = search.Recipe with
        {
            Data = search.Recipe.Data with { AdditionalImages = TrainingData.Phantoms(search.Recipe, data, labels, Log) },
            ValidationSet = TrainingData.ValidationSet(search.Recipe, data, Log),
        };
        search = search with { DataSha256 = ImageHashes.Of([.. images, .. recipe.ValidationSet ?? []], cancellation) };
        var folder = new TuningFolder(output);
        var state = folder.Open(search, search.Recipe.Run.Resume);
        try
        {
            state = TuningDisplay.Run(progress =>
            {
                var runner = new TrainingTrialRunner(recipe, images, data.Classes, folder, progress);
                return new Tuner(runner, folder.Save, progress).Run(state, cancellation);
            });
        }
        catch (OperationCanceledException)
        {
            Log($"stopped. Every trial done is kept in {folder.StateFile}: --resume goes on.");
            throw;
        }

        var best = Leaderboard.Best(state)!;
        ResultConsole.Create().Write(LeaderboardTable.Render(state));
        Console.Out.WriteLine($"{folder.RecipeFile}: the options of trial {best.Number}, for train --recipe");
        return 0;
    }

    private static void Log(string message) => Console.Error.WriteLine(message);
}
