using System.CommandLine;
using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Explaining;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Predict;

/// <summary><c>predict</c>: what a model says of image files.</summary>
internal static class PredictCommand
{
    private const double OverlayOpacity = 0.5;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var files = new Argument<string[]>("FILE") { Description = "X-rays: JPEG, PNG, TIFF, BMP, WebP.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Write a JSON array instead of a table." };
        var saliency = new Option<string?>("--saliency") { Description = "Folder to write a PNG of every X-ray with its saliency overlay to.", HelpName = "DIR" };
        var prevalence = CommonOptions.Prevalence();
        var evenIfRefused = new Option<bool>("--even-if-refused") { Description = "Show the scores of refused images in the table, too; JSON always has them." };
        var command = new Command("predict", "Say what the model makes of X-rays; exit code 1 if any of them cannot be read.")
        {
            model, files, json, saliency, prevalence, evenIfRefused,
        };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model), result.GetRequiredValue(files), result.GetValue(json), result.GetValue(saliency),
            result.GetValue(prevalence), result.GetValue(evenIfRefused), cancellation), cancellation));
        return command;
    }

    private static int Run(
        string modelPath, string[] files, bool json, string? saliencyFolder, double? prevalence, bool evenIfRefused, CancellationToken cancellation)
    {
        using var model = PneumoniaModel.Load(modelPath, saliencyFolder is null ? null : new TorchGradientExplainer());
        var chosen = prevalence is { } share ? new ChosenPrevalence(model.Information, share) : null;
        var overlays = saliencyFolder is null ? null : new OverlayFolder(saliencyFolder);
        var rows = new List<PredictionRow>();
        foreach (var file in FilePredictor.Predict(model, files, overlays is not null, cancellation))
        {
            overlays?.Write(file, OverlayOpacity);
            if (overlays is not null && file.Prediction is { Saliency: null })
            {
                Console.Error.WriteLine($"{file.File}: no overlay, it cannot be explained; see explain.");
            }

            rows.Add(PredictionRow.Of(file, model, chosen));
        }

        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(rows, ModelJson.Options));
        }
        else
        {
            ResultConsole.Create().Write(PredictionRow.Table(rows, model.Information.Manifest.Positive, evenIfRefused));
        }

        foreach (var row in rows.Where(row => row.Error is not null))
        {
            Console.Error.WriteLine($"error: {row.Error}");
        }

        return rows.Exists(row => row.Error is not null) ? ExitCode.Failed : 0;
    }
}
