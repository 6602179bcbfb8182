using System.CommandLine;
using Microsoft.ML;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Memory;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Data;
using Pneumonia.Model.Estimators;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Studies.Evaluate;
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
            NativeMemory.KeepFreed();
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
        OutputProbe.VerifyFile("--output", zip);
        OutputProbe.VerifyFile("--json", json);
        OutputProbe.Verify($"--workspace {options.WorkspacePath}", options.WorkspacePath!);
        var data = TrainingData.Open(folder, labels, options.WorkspacePath!, options.Seed, Log, options.Data.IgnoreFolders);
        TrainingRoom.Verify(options, zip, data.Classes.Count);
        var adults = TrainingData.Adults(options, data, Log);
        options = options with
        {
            ValidationSet = TrainingData.ValidationSet(options, data, Log),
            Data = options.Data with
            {
                Adults = adults.Count > 0 ? options.Data.Adults! with { Description = options.Data.Adults.Description ?? DataDescriptionFile.FindIn(options.Data.Adults.Folder!) } : null,
                AdditionalImages = TrainingData.Phantoms(options, data, labels, Log),
                DataDescription = options.Data.DataDescription ?? DataDescriptionFile.FindIn(data.Root),
            },
        };
        var ml = new MLContext(options.Seed);
        var images = ml.Data.LoadFromEnumerable(TrainingData.Images(data, adults).Select(LabelledImage.Of));
        var settings = new EstimatorSettings
        {
            Classes = data.Classes, PositiveClasses = positiveClasses, DataName = data.Name, IsSynthetic = data.IsSynthetic, Labels = labels, Log = Log,
        };
        using var result = TrainingDisplay.Run(
            options.EpochsOfAllMembers, progressAsJson, callback => Train(Estimator(callback), images, cancellation));
        using var progress = new ProgressLine("Scoring held-out images under simulated changes of machine");
        var information = Estimator(callback: null).Write(result, zip, progress, cancellation);
        Report(information, result, zip, json, progressAsJson);
        return 0;

        ImageClassificationEstimator Estimator(Action<ImageClassificationMetrics>? callback) =>
            ml.MulticlassClassification.Trainers.ImageClassification(options with { MetricsCallback = callback }, settings);
    }

    private static TrainingResult Train(ImageClassificationEstimator estimator, IDataView images, CancellationToken cancellation)
    {
        try
        {
            return estimator.Train(images, cancellation);
        }
        catch (OperationCanceledException)
        {
            Log("stopped. The last full epoch is kept: --resume goes on from it.");
            throw;
        }
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
