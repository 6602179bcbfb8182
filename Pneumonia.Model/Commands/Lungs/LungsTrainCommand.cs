using System.CommandLine;
using Pneumonia.Core.Files;
using Pneumonia.Core.Memory;
using Pneumonia.Core.Numbers;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Lungs;

namespace Pneumonia.Model.Commands.Lungs;

/// <summary><c>lungs train</c>: learns where the lungs are from X-rays and masks.</summary>
internal static class LungsTrainCommand
{
    // A checkpoint is written beside the one before.
    private const long WorkspaceBytes = 60_000_000;
    private const long OutputBytes = 2_000_000;

    private static readonly LungOptions s_defaults = new();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var (data, masks, json) = (LungsOptions.Data(), LungsOptions.Masks(), CommonOptions.Json());
        var output = new Option<string>("--output") { Description = "ONNX file to write.", HelpName = "FILE", DefaultValueFactory = _ => "lungs.onnx" };
        var workspace = new Option<string?>("--workspace")
        {
            Description = "Folder of checkpoints, which a training that was stopped goes on from. Default: the output's name, .workspace.", HelpName = "DIR",
        };
        var epochs = CommonOptions.Number("--epochs", "N", "Epochs.", NumberLimits.AtLeast(1), s_defaults.Epochs);
        var checkEpochs = CommonOptions.Number(
            "--check-epochs", "N", "Epochs of each of the two networks that look for masks of other images.", NumberLimits.AtLeast(1), s_defaults.CheckEpochs);
        var leastDice = NumberOption.Create("--least-dice", NumberLimits.ShareBelowOne, s_defaults.LeastDice);
        leastDice.Description = "Masks that agree less with a network that did not learn from them (Dice coefficient) are left out; 0: nobody looks.";
        leastDice.HelpName = "X";
        var seed = CommonOptions.Seed("Seed of the split, the weights, the order and the augmentation.", s_defaults.Seed);
        var progress = CommonOptions.ProgressJson();
        var command = new Command("train", "Train the network that finds the lungs, on X-rays and masks of their lungs.")
        {
            data, masks, output, workspace, epochs, checkEpochs, leastDice, seed, json, progress,
        };
        command.SetAction((result, cancellation) =>
        {
            NativeMemory.KeepFreed();
            var options = s_defaults with
            {
                Epochs = result.GetValue(epochs), CheckEpochs = result.GetValue(checkEpochs), LeastDice = result.GetValue(leastDice), Seed = result.GetValue(seed),
            };
            return Task.Run(() => Run(
                options, result.GetRequiredValue(data), result.GetRequiredValue(masks), result.GetRequiredValue(output), result.GetValue(workspace),
                result.GetValue(json), result.GetValue(progress), cancellation), cancellation);
        });
        return command;
    }

    private static void Run(
        LungOptions options, string data, string masks, string output, string? workspaceOrNull, string? json, bool progressAsJson,
        CancellationToken cancellation)
    {
        var workspace = workspaceOrNull ?? Path.ChangeExtension(output, ".workspace");
        OutputProbe.VerifyFile("--output", output);
        OutputProbe.VerifyFile("--json", json);
        OutputProbe.Verify($"--output {output}", Path.GetDirectoryName(Path.GetFullPath(output))!, OutputBytes);
        OutputProbe.Verify($"--workspace {workspace}", workspace, WorkspaceBytes);
        var files = LungFiles.Open(data, masks);
        Log($"data: {data}, {files.Pairs.Count} images with a mask; left out: {files.WithoutMask} without one");
        var evaluation = LungsDisplay.Run(progressAsJson, report => Train(new LungTrainer(options, workspace, report, Log), files, output, cancellation));
        LungsTable.Write(evaluation, json, isQuiet: progressAsJson);
        if (json != "-" && !progressAsJson)
        {
            Console.Out.WriteLine($"{output}: {new FileInfo(output).Length} bytes");
        }
    }

    private static LungEvaluation Train(LungTrainer trainer, LungFiles files, string output, CancellationToken cancellation)
    {
        try
        {
            return trainer.Run(files, output, cancellation);
        }
        catch (OperationCanceledException)
        {
            Log("stopped. The last full epoch is kept: the same command goes on from it.");
            throw;
        }
    }

    private static void Log(string message) => Console.Error.WriteLine(message);
}
