using System.CommandLine;
using System.Text;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Numbers;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Serving;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Listing;
using Pneumonia.Model.Explaining;
using Pneumonia.Model.Explaining.Comparison;

namespace Pneumonia.Model.Commands.Explain;

/// <summary><c>explain evaluate</c>: how good the explanation methods are.</summary>
internal static class ExplainEvaluateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var output = new Option<string>("--output") { Description = "Markdown file to write.", HelpName = "FILE", Required = true };
        var data = new Option<string?>("--data") { Description = "Folder with train|val|test/CLASS/* or CLASS/*: measured on the positive images, too, without boxes.", HelpName = "DIR" };
        var ignore = CommonOptions.IgnoreFolders();
        var images = Number("--images", "Images of --data, drawn by the seed.", 16);
        var phantoms = Number("--phantoms", "Synthetic X-rays with known boxes; 0 for none.", 16);
        var checks = Number("--checks", "Images that are explained again, with another seed, moved, and with the network randomised.", 4);
        var seed = CommonOptions.Seed("Seed of phantoms, images and methods.");
        var methods = new Option<string[]>("--methods") { Description = "Methods to compare. Default: all that suit the model.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
        var command = new Command("evaluate", "Compare the explanation methods, against a random map and a centred Gaussian.")
        {
            model, output, data, ignore, images, phantoms, checks, seed, methods,
        };
        command.SetAction((result, cancellation) => Task.Run(() => Run(new Settings(
            result.GetRequiredValue(model), result.GetRequiredValue(output), result.GetValue(data), result.GetValue(images), result.GetValue(phantoms),
            result.GetValue(checks), result.GetValue(seed), result.GetValue(methods) ?? [], result.GetValue(ignore)), cancellation), cancellation));
        return command;
    }

    private static void Run(Settings settings, CancellationToken cancellation)
    {
        OutputProbe.VerifyFile("--output", settings.Output);
        using var model = PneumoniaModel.Load(settings.Model);
        using var torch = TorchModel.Load(settings.Model);
        var manifest = model.Information.Manifest;
        settings = settings with { IgnoreFolders = settings.IgnoreFolders ?? manifest.Training.Options.Data.IgnoreFolders };
        var preprocessing = manifest.Preprocessing;
        var comparison = new ExplanationComparison(
            seed => CascadingRandomization.OfCopy(torch.Network, seed, preprocessing.Height, preprocessing.Width),
            torch.Preparation,
            model.ClassOf);
        var options = new ComparisonOptions
        {
            Methods = settings.Methods.Length == 0
                ? ExplanationMethods.For(torch.Explained)
                : [.. settings.Methods.Select(ExplanationMethods.Find)],
            Checks = settings.Checks,
            Seed = settings.Seed,
        };
        var reports = Sets(settings, [manifest.PositiveClass, .. manifest.PositiveClasses]).Where(set => set.Cases.Count > 0).Select(set =>
        {
            using var progress = new ProgressLine($"Explaining {set.Name}");
            return comparison.Run(set.Name, set.Cases, options, progress, cancellation);
        }).ToArray();
        if (reports.Length == 0)
        {
            throw new UserException("There is nothing to explain: give --phantoms or --data.");
        }

        var page = ComparisonMarkdown.Render(
            model.DisplayName, ExplanationMethods.DefaultFor(torch.Explained).Name, settings.CommandText, reports);
        AtomicFile.Write(settings.Output, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
        foreach (var report in reports)
        {
            Console.Out.WriteLine($"{report.Data}: {(report.Winner is { } winner ? $"{winner.Title} wins" : "no method is eligible")}.");
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<ComparisonCase> Cases)> Sets(Settings settings, string[] positive)
    {
        yield return ("Synthetic phantoms", ComparisonCase.Phantoms(settings.Phantoms, settings.Seed));
        if (settings.Data is not null)
        {
            var data = DataSet.Open(settings.Data, ignoreFolders: settings.IgnoreFolders);
            foreach (var line in UnusedEntry.Lines(data.Unused))
            {
                Console.Error.WriteLine($"not used: {line}");
            }

            var files = data.Images.Where(image => positive.Contains(image.Class)).Select(image => image.Path).ToArray();
            new Random(settings.Seed).Shuffle(files);
            var decoder = new RadiographDecoder();
            yield return (
                $"{data.Name}{(data.IsSynthetic ? " (synthetic)" : "")}",
                [.. files.Take(settings.Images).Select(file => new ComparisonCase(decoder.DecodeFile(file), []))]);
        }
    }

    private static Option<int> Number(string name, string description, int value) =>
        CommonOptions.Number(name, "N", description, NumberLimits.AtLeast(0), value);

    private sealed record Settings(
        string Model, string Output, string? Data, int Images, int Phantoms, int Checks, int Seed, string[] Methods, string? IgnoreFolders)
    {
        public string CommandText => "dotnet run --project Pneumonia.Model -c Release -- explain evaluate "
            + $"--model {Model}{(Data is null ? "" : $" --data {Data} --images {Images}{(IgnoreFolders is null ? "" : $" --ignore-folders {IgnoreFolders}")}")} --phantoms {Phantoms} --checks {Checks} --seed {Seed}"
            + $"{(Methods.Length == 0 ? "" : $" --methods {string.Join(' ', Methods)}")} --output {Output}";
    }
}
