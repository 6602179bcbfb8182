using System.CommandLine;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Data;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Train;

/// <summary><c>train</c>: learns from a folder of X-rays and writes a model zip.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "Folder with train|val/CLASS/* or CLASS/*. Default: chest_xray where it holds images, else synthetic phantoms.", HelpName = "DIR",
        };
        var output = new Option<string>("--output") { Description = "Model zip to write.", HelpName = "ZIP", DefaultValueFactory = _ => "pneumonia.zip" };
        var workspace = new Option<string?>("--workspace") { Description = "Folder of checkpoints. Default: the output's name, .workspace.", HelpName = "DIR" };
        var labels = LabelsOption.Create();
        var positive = new Option<string[]>("--positive-class")
        {
            Description = "Class held against the threshold; several count together. Default: all but NORMAL, else PNEUMONIA, else the last.", HelpName = "CLASS",
        };
        var json = CommonOptions.Json();
        var (progress, attended) = (CommonOptions.ProgressJson(), CommonOptions.StopWithInput());
        var trainer = new TrainOptions();
        var command = new Command("train", "Train a model on X-rays and write it as a zip.") { data, labels, output, workspace, positive, json, progress, attended };
        trainer.AddTo(command);
        command.SetAction((result, cancellation) =>
        {
            Processor.KeepFreedMemory();
            var zip = result.GetRequiredValue(output);
            var options = trainer.Read(result) with { WorkspacePath = result.GetValue(workspace) ?? Path.ChangeExtension(zip, ".workspace") };
            return Task.Run(() =>
            {
                using var ending = InputEnd.Watch(result.GetValue(attended), cancellation);
                return Run(
                    options, result.GetValue(data), LabelsOption.Read(result, labels), zip, result.GetValue(positive) ?? [], result.GetValue(json),
                    result.GetValue(progress), ending.Token);
            }, cancellation);
        });
        return command;
    }

    private static int Run(
        ImageClassificationOptions options, string? folder, LabelScheme labels, string zip, string[] positiveClasses, string? json,
        bool progressAsJson, CancellationToken cancellation)
    {
        TrainerCheck.Verify(options);
        if (Directory.Exists(zip))
        {
            throw new UserException($"--output {zip}: that is a folder; give the name of a zip to write.");
        }

        var data = TrainingData.Open(folder, labels, options.WorkspacePath!, options.Seed, Log);
        var positive = PositiveGroup.Of(data.Classes, positiveClasses);
        Log($"classes: {string.Join(", ", data.Classes)}; {positive} counts as positive");
        options = options with
        {
            Data = options.Data with
            {
                AdditionalImages = TrainingData.Phantoms(options, data, labels, Log),
                DataDescription = options.Data.DataDescription ?? DataDescriptionFile.FindIn(data.Root),
            },
        };
        using var result = TrainingDisplay.Run(options.EpochsOfAllMembers, progressAsJson, callback =>
        {
            var trainer = new ImageClassificationTrainer(
                options with { MetricsCallback = callback, ValidationSet = TrainingData.ValidationSet(options, data, Log) }, Log);
            try
            {
                return trainer.Fit(TrainingData.Images(data), data.Classes, cancellation);
            }
            catch (OperationCanceledException)
            {
                Log("stopped. The last full epoch is kept: --resume goes on from it.");
                throw;
            }
        });
        using var progress = new ProgressLine("Scoring held-out images under simulated changes of machine");
        var information = TrainedModel.Write(
            result, zip, (data.Name, data.IsSynthetic), positive, TimeProvider.System.GetUtcNow(), labels, progress, Log, cancellation);
        Report(information, result, zip, json, progressAsJson);
        return 0;
    }

    private static void Report(ModelInformation information, TrainingResult result, string zip, string? json, bool progressAsJson)
    {
        if (json is not null)
        {
            JsonOutput.Write(json, new
            {
                output = zip, version = information.Version, bestEpoch = result.State.BestEpoch, history = result.State.History,
                heldOut = information.Evaluation,
            });
        }

        if (json != "-" && !progressAsJson)
        {
            var console = ResultConsole.Create();
            console.Write(EvaluationTable.Render(information.Evaluation));
            if (information is { Calibration.Triage: { } limits, Evaluation.Triage: { } triage })
            {
                console.Write(TriageTable.Render(triage, limits, information.Manifest.PositiveClass));
            }

            Console.Out.WriteLine($"{zip}: {information.Manifest.Name} {information.Version}, best epoch {result.State.BestEpoch} of {result.State.Epoch}");
        }
    }

    private static void Log(string message) => Console.Error.WriteLine(message);
}
