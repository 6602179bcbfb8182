using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Numbers;
using Pneumonia.Core.Serving;
using Pneumonia.Model.CheckFitting.Evaluation;
using Pneumonia.Model.Commands.Shared;

namespace Pneumonia.Model.Commands.Checks;

/// <summary><c>checks evaluate</c>: how often the checks refuse good images, and what bad ones they catch.</summary>
internal static class ChecksEvaluateCommand
{
    private const int TimedRuns = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var model = CommonOptions.Model();
        var data = new Option<string>("--data") { Description = "Folder that the model was trained on; its held-out patients are measured.", HelpName = "DIR", Required = true };
        var originals = new Option<string?>("--originals") { Description = "Folder of further good X-rays, in subfolders too.", HelpName = "DIR" };
        var others = new Option<string?>("--others") { Description = "Folder of images that are no chest X-rays.", HelpName = "DIR" };
        var images = CommonOptions.Number("--images", "N", "Good images that bad ones are made of.", NumberLimits.AtLeast(1), 100);
        var seed = CommonOptions.Seed("Seed of the spoilt images.", 1000);
        var output = new Option<string>("--output") { Description = "Markdown file to write.", HelpName = "FILE", DefaultValueFactory = _ => "docs/checks.md" };
        var command = new Command("evaluate", "Measure false alarms and what is caught, and write them as a page.")
        {
            model, data, originals, others, images, seed, output,
        };
        command.SetAction((result, cancellation) => Task.Run(() => Run(new Settings(
            result.GetRequiredValue(model), result.GetRequiredValue(data), result.GetValue(originals), result.GetValue(others),
            Math.Max(1, result.GetValue(images)), result.GetValue(seed), result.GetRequiredValue(output)), cancellation), cancellation));
        return command;
    }

    private static void Run(Settings settings, CancellationToken cancellation)
    {
        OutputProbe.VerifyFile("--output", settings.Output);
        using var model = PneumoniaModel.Load(settings.Model);
        var evaluation = new ChecksEvaluation(model, settings.Seed, cancellation);
        var (_, data) = ChecksImages.Open(model.Information, settings.Data, Console.Error.WriteLine);
        string[] good = [.. data.Halves.Judging.Select(image => image.Path)];
        var sample = good.ToArray();
        new Random(settings.Seed).Shuffle(sample);
        sample = sample[..Math.Min(settings.Images, sample.Length)];
        string[] originals = settings.Originals is null ? [] : Directory.GetFiles(settings.Originals, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        List<CheckFigure> figures = [];
        foreach (var figure in Figures(evaluation, good, sample, originals, settings.Others))
        {
            figures.Add(figure);
            Console.Out.WriteLine($"{figure.Name}: {figure.Refused} of {figure.Images} refused, {figure.Named} as expected ({string.Join(", ", figure.Reasons)})");
        }

        var page = ChecksMarkdown.Render(
            model.DisplayName, settings.CommandText, model.Information.Checks!.Origin, figures, Cost(settings.Model, sample[0]));
        AtomicFile.Write(settings.Output, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
    }

    private static IEnumerable<CheckFigure> Figures(
        ChecksEvaluation evaluation, string[] good, string[] sample, string[] originals, string? others)
    {
        yield return evaluation.Files("held-out patients", good);
        foreach (var shift in evaluation.Shift(sample))
        {
            yield return shift;
        }

        foreach (var bad in evaluation.Spoil(sample))
        {
            yield return bad;
        }

        yield return evaluation.Pictures(sample.Length);
        if (others is not null)
        {
            yield return evaluation.Files("other images", Directory.GetFiles(others).Order(StringComparer.Ordinal), CheckReasons.NotChestXray);
        }

        if (originals.Length > 0)
        {
            yield return evaluation.Files("X-rays at their original size", originals);
            foreach (var bad in evaluation.Spoil(originals))
            {
                yield return bad with { Name = $"original size, {bad.Name}" };
            }
        }
    }

    private static string Cost(string zip, string file)
    {
        var radiograph = new RadiographDecoder().DecodeFile(file);
        using var with = PneumoniaModel.Load(zip);
        using var without = PneumoniaModel.LoadWithoutChecks(zip);
        double[] times = [.. new[] { with, without }.Select(model => Enumerable.Range(0, TimedRuns).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            model.Predict([new PredictionInput(radiograph)]);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }))];
        return string.Create(CultureInfo.InvariantCulture, $"A prediction takes {times[0]:0.0} ms with the checks and {times[1]:0.0} ms without (least of {TimedRuns}).");
    }

    private sealed record Settings(string Model, string Data, string? Originals, string? Others, int Images, int Seed, string Output)
    {
        public string CommandText => $"dotnet run --project Pneumonia.Model -c Release -- checks evaluate --model {Model} --data {Data}"
            + $"{(Originals is null ? "" : $" --originals {Originals}")}{(Others is null ? "" : $" --others {Others}")} --images {Images} --seed {Seed} --output {Output}";
    }
}
