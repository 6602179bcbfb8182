using System.CommandLine;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Lungs;

namespace Pneumonia.Model.Commands.Lungs;

/// <summary><c>lungs evaluate</c>: how good the network that finds the lungs is.</summary>
internal static class LungsEvaluateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var lungs = new Option<string>("--lungs") { Description = "ONNX file, as lungs train writes it.", HelpName = "FILE", Required = true };
        var (data, masks, json) = (LungsOptions.Data(), LungsOptions.Masks(), CommonOptions.Json());
        var command = new Command("evaluate", "Measure how well lungs are found: on the patients held out of the training, or on images that it did not have.")
        {
            lungs, data, masks, json,
        };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(lungs), result.GetRequiredValue(data), result.GetRequiredValue(masks), result.GetValue(json), cancellation), cancellation));
        return command;
    }

    private static void Run(string lungs, string data, string masks, string? json, CancellationToken cancellation)
    {
        OutputProbe.VerifyFile("--json", json);
        if (!File.Exists(lungs))
        {
            throw new UserException($"--lungs {lungs}: there is no such file.");
        }

        var files = LungFiles.Open(data, masks);
        using var progress = new ProgressLine("Finding lungs");
        var evaluation = LungEvaluation.Run(
            lungs, File.ReadAllBytes(lungs), side => LungExamples.Load(files, side, null, Console.Error.WriteLine, cancellation), progress, cancellation);
        if (!evaluation.AreHeldOut)
        {
            Console.Error.WriteLine("WARNING: these are not the images of the training, so none is known to be held out: all are judged.");
        }

        LungsTable.Write(evaluation, json);
    }
}
