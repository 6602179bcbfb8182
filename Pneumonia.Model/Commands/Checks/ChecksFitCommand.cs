using System.CommandLine;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Files;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.CheckFitting;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Packaging.Card;

namespace Pneumonia.Model.Commands.Checks;

/// <summary><c>checks fit</c>: gives a model that has been trained already the checks that <c>train</c> fits.</summary>
internal static class ChecksFitCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var data = new Option<string>("--data") { Description = "Folder that the model was trained on.", HelpName = "DIR", Required = true };
        var output = new Option<string>("--output") { Description = "Model zip to write: the same model with checks.", HelpName = "ZIP", Required = true };
        var command = new Command("fit", "Fit the checks to a trained model, as train does.") { model, data, output };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model), result.GetRequiredValue(data), result.GetRequiredValue(output), cancellation), cancellation));
        return command;
    }

    private static void Run(string zip, string folder, string output, CancellationToken cancellation)
    {
        OutputProbe.VerifyFile("--output", output);
        var content = ModelZip.Read(zip);
        var (information, weights, onnx) = content;
        var (data, images) = ChecksImages.Open(information, folder, Log);
        if (information.Adults is not null)
        {
            Log("the checks are fitted on children alone: adults will look unlike the images that were learned from; 'train' fits on both");
        }

        var options = information.Manifest.Training.Options with { WorkspacePath = Path.ChangeExtension(output, ".workspace") };
        using var model = TorchModel.Load(zip, information, weights, content.Lungs);
        var checks = ChecksFit.Fit(
            model.Network, model.Preparation,
            images with { Synthetic = TrainingData.Phantoms(options, data, information.Manifest.Labels, Log) }, Log, cancellation);
        ModelZip.Write(output, With(information, checks), weights, onnx, content.Lungs);
        Console.Out.WriteLine($"{output}: {information.Manifest.Name} {information.Version}, {(checks is null ? "without checks" : "with checks")}");
    }

    // What was missing is there now, and card and manifest say so no longer.
    private static ModelInformation With(ModelInformation information, InputChecks? checks)
    {
        if (checks is null || information.Manifest.Omissions is not { } omissions || omissions.All(omission => omission.What != TrainedModel.ChecksPart))
        {
            return information with { Checks = checks };
        }

        var left = omissions.Where(omission => omission.What != TrainedModel.ChecksPart).ToArray();
        var manifest = information.Manifest with { Omissions = left.Length > 0 ? left : null };
        return information with { Checks = checks, Manifest = manifest, ModelCard = ModelCard.Write(manifest, information.Calibration, information.Evaluation, information.Adults) };
    }

    private static void Log(string message) => Console.Error.WriteLine(message);
}
