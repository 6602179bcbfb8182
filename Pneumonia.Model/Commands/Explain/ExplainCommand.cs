using System.CommandLine;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Explaining;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Explain;

/// <summary><c>explain</c>: where a model sees the evidence, and whether to believe it.</summary>
internal static class ExplainCommand
{
    // The most pixels that are decoded, as a 16-bit PNG: so the app hands over what it has decoded.
    private const long MostBytes = 160L << 20;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var files = new Argument<string[]>("FILE") { Description = "X-rays: JPEG, PNG, TIFF, BMP, WebP.", Arity = ArgumentArity.OneOrMore };
        var method = new Option<string?>("--method") { Description = $"{ExplanationMethods.Names}. Default: the one that predict uses.", HelpName = "NAME" };
        var output = new Option<string>("--output") { Description = "Folder to write an overlay, the map as 16-bit PNG and a JSON file for every X-ray to.", HelpName = "DIR", Required = true };
        var className = new Option<string?>("--class") { Description = "Class to explain. Default: the positive one.", HelpName = "CLASS" };
        var seed = CommonOptions.Seed("Seed of what is drawn at random.");
        var mapOnly = new Option<bool>("--map-only") { Description = "Leave the maps unmeasured, which is faster." };
        // The app hands over what a decoder has made of a file.
        var asStored = new Option<bool>("--as-stored") { Description = "Take the pixels as they are: nothing is cut off or stretched.", Hidden = true };
        var (progress, attended) = (CommonOptions.ProgressJson(), CommonOptions.StopWithInput());
        var command = new Command("explain", "Show where a model sees the evidence, and measure whether the map explains anything.")
        {
            model, files, method, output, className, seed, mapOnly, asStored, progress, attended, ExplainEvaluateCommand.Create(),
        };
        command.SetAction((result, cancellation) => Task.Run(() =>
        {
            using var ending = InputEnd.Watch(result.GetValue(attended), cancellation);
            return Run(
                new ExplainSettings(
                    result.GetRequiredValue(model),
                    result.GetRequiredValue(files),
                    new ExplanationQuestion(result.GetValue(method), result.GetValue(className), result.GetValue(seed)),
                    result.GetRequiredValue(output),
                    result.GetValue(mapOnly),
                    result.GetValue(asStored),
                    result.GetValue(progress)),
                ending.Token);
        }, cancellation));
        return command;
    }

    private static int Run(ExplainSettings settings, CancellationToken cancellation)
    {
        using var model = PneumoniaModel.Load(settings.Model, new TorchGradientExplainer());
        var folder = new ExplanationFolder(settings.Output);
        var decoder = new RadiographDecoder(new DecoderLimits { MaxBytes = MostBytes }, settings.AsStored);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("file", "method", "class", "deletion rank", "on the thorax", "small shift", "verdict");
        var failed = false;
        foreach (var file in settings.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var radiograph = decoder.DecodeFile(file);
                var (map, quality) = Explain(model, file, radiograph, settings, cancellation);
                folder.Write(file, radiograph, map, ExplanationRow.Of(file, settings.Question.Seed, map, quality, model, radiograph.Cropped.OrNull()));
                table.AddRow([Markup.Escape(file), map.Method, Markup.Escape(map.Class), .. Figures(quality)]);
            }
            catch (Exception e) when (e is InvalidRadiographException or IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"error: {e.Message}");
                failed = true;
            }
        }

        if (!settings.ProgressAsJson)
        {
            ResultConsole.Create().Write(table.Caption($"{model.DisplayName}. Not a medical device."));
        }

        return failed ? ExitCode.Failed : 0;
    }

    private static (SaliencyMap Map, ExplanationQuality? Quality) Explain(
        PneumoniaModel model, string file, Radiograph radiograph, ExplainSettings settings, CancellationToken cancellation)
    {
        using var line = settings.ProgressAsJson ? null : new ProgressLine($"Explaining {Path.GetFileName(file)}");
        IProgress<DataProgress> progress = line is null
            ? new JsonLines<DataProgress>(Console.Out, TimeProvider.System, TimeSpan.FromMilliseconds(100), pass => pass.Done == pass.Total)
            : line;
        if (settings.MapOnly)
        {
            return (model.Map(radiograph, settings.Question, progress, cancellation), null);
        }

        var measured = model.Explain(radiograph, settings.Question, progress, cancellation);
        return (measured.Map, measured.Quality);
    }

    private static string[] Figures(ExplanationQuality? quality) => quality is null
        ? ["", "", "", "not measured"]
        :
        [
            $"{quality.DeletionRank} of {quality.RandomMaps + 1}", $"{100 * quality.ThoraxShare:0}%", $"{quality.ShiftCorrelation:0.00}",
            quality.Reliable ? "reliable" : "explains little",
        ];
}
