using System.CommandLine;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;
using Spectre.Console;

namespace Pneumonia.Model.Commands;

/// <summary><c>explain</c>: where a model sees the evidence, and whether to believe it.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var files = new Argument<string[]>("FILE") { Description = "X-rays: JPEG, PNG, TIFF, BMP, WebP.", Arity = ArgumentArity.OneOrMore };
        var method = new Option<string?>("--method") { Description = $"{ExplanationMethods.Names}. Default: the one that predict uses.", HelpName = "NAME" };
        var output = new Option<string>("--output") { Description = "Folder to write an overlay, the map as 16-bit PNG and a JSON file for every X-ray to.", HelpName = "DIR", Required = true };
        var className = new Option<string?>("--class") { Description = "Class to explain. Default: the positive one.", HelpName = "CLASS" };
        var seed = new Option<int>("--seed") { Description = "Seed of what is drawn at random.", HelpName = "N" };
        var command = new Command("explain", "Show where a model sees the evidence, and measure whether the map explains anything.")
        {
            model, files, method, output, className, seed, ExplainEvaluateCommand.Create(),
        };
        command.SetAction((result, cancellation) => Task.Run(() => Run(
            result.GetRequiredValue(model),
            result.GetRequiredValue(files),
            new ExplanationQuestion(result.GetValue(method), result.GetValue(className), result.GetValue(seed)),
            result.GetRequiredValue(output),
            cancellation), cancellation));
        return command;
    }

    private static int Run(string modelPath, string[] files, ExplanationQuestion question, string output, CancellationToken cancellation)
    {
        using var model = PneumoniaModel.Load(modelPath, new TorchGradientExplainer());
        var folder = new ExplanationFolder(output);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("file", "method", "class", "deletion rank", "on the thorax", "small shift", "verdict");
        var failed = false;
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var radiograph = new RadiographDecoder().DecodeFile(file);
                using var progress = new ProgressLine($"Explaining {Path.GetFileName(file)}");
                var explanation = model.Explain(radiograph, question, progress, cancellation);
                folder.Write(file, radiograph, explanation, ExplanationRow.Of(file, question.Seed, explanation, model));
                var quality = explanation.Quality;
                table.AddRow(
                    Markup.Escape(file), explanation.Map.Method, Markup.Escape(explanation.Map.Class), $"{quality.DeletionRank} of {quality.RandomMaps + 1}",
                    $"{100 * quality.ThoraxShare:0}%", $"{quality.ShiftCorrelation:0.00}", quality.Reliable ? "reliable" : "explains little");
            }
            catch (Exception e) when (e is InvalidRadiographException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"error: {e.Message}");
                failed = true;
            }
        }

        ResultConsole.Create().Write(table.Caption($"{model.DisplayName}. Not a medical device."));
        return failed ? ExitCode.Failed : 0;
    }
}
