using System.Text.Json;
using AngleSharp.Html.Parser;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Model.Commands;
using Pneumonia.Model.Data;
using Pneumonia.Model.Data.Listing;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Data.Fuzzing;

/// <summary>The folders of <see cref="DataSetFuzzTests"/>, trained on for an epoch and evaluated on by the commands themselves: counts are right,
/// nothing goes unnamed, no picture is on both sides, every stop has a usable word, and leaves nothing half-written. <c>DATA_FUZZ_TRAININGS</c> asks
/// for more of them, <c>DATA_FUZZ_FIRST</c> for others.</summary>
[Collection(TrainingCollection.Name)]
public sealed class TrainingFuzzTests : IDisposable
{
    private static readonly int s_first = Number("DATA_FUZZ_FIRST", 0);
    private static readonly int s_trainings = Number("DATA_FUZZ_TRAININGS", 20);

    // What may stop a training, each for a reason of its own.
    private static readonly string[] s_stops = ["--drop-contradictions", "too few patients", "--allow-unreadable", "no image to hold out"];

    private readonly TemporaryFolder _folder = new();
    private readonly FuzzedPictures _pictures = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whatever_a_folder_holds_training_and_evaluation_are_right_or_stop_with_a_word()
    {
        for (var seed = s_first; seed < s_first + s_trainings; seed++)
        {
            var root = Path.Combine(_folder.Path, $"{seed}");
            try
            {
                await TrainAndEvaluateAsync(new FuzzedFolder(seed, Path.Combine(root, "data"), _pictures), seed, root);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
            finally
            {
                Directory.Delete(root, recursive: true);
            }
        }
    }

    private static async Task TrainAndEvaluateAsync(FuzzedFolder folder, int seed, string root)
    {
        var (zip, output) = (Path.Combine(root, "out", "m.zip"), Path.Combine(root, "out"));
        var (drops, allows) = (seed % 3 > 0, seed % 4 > 0);
        string[] options = [.. drops ? ["--drop-contradictions"] : Array.Empty<string>(), .. allows ? ["--allow-unreadable"] : Array.Empty<string>()];
        var training = await RunAsync(
        [
            "train", "--data", folder.Root, "--output", zip, "--epoch", "1", "--arch", "mobilenet_v2", "--image-size", "32", "--batch-size", "8",
            "--validation-fraction", "0.4", "--seed", $"{seed}", .. options,
        ]);

        await InspectAsync(folder, Path.Combine(root, "page.html"));
        AssertNamed(DataSet.Open(folder.Root, excludeTest: true), training.Error);
        var learnt = folder.Readable.Where(image => image.Split is null or Split.Train).ToList();
        var groups = learnt.GroupBy(image => image.Picture).Where(group => group.Count() > 1).ToList();
        var contradictions = groups.Where(group => group.DistinctBy(image => image.Class).Count() > 1).SelectMany(group => group).ToList();
        if (training.Code != 0)
        {
            AssertStop(training, s_stops);
            var isUnreadable = !allows && folder.Unreadable.Any(file => folder.Images[file].Split is null or Split.Train);
            Assert.Equal(isUnreadable, training.Error.Contains("--allow-unreadable", StringComparison.Ordinal));
            Assert.Equal(contradictions.Count > 0 && !drops && !isUnreadable, training.Error.Contains("--drop-contradictions", StringComparison.Ordinal));
            Assert.Empty(Directory.Exists(output) ? Directory.GetFiles(output, "*.zip*") : []);
            return;
        }

        Assert.Equal(folder.Unmarked.Any(file => learnt.Exists(image => image.Path == file)), training.Error.Contains("lack the mark", StringComparison.Ordinal));
        Assert.True(drops || contradictions.Count == 0, "A picture of two labels was trained on.");
        var data = ModelZip.Read(zip).Information.Manifest.Data;
        Assert.Equal(learnt.Count - contradictions.Count, data.Images + data.HeldOutImages);
        Assert.Equal((groups.Count, contradictions.Count), (data.EqualPictures?.Pictures ?? 0, data.EqualPictures?.LeftOut ?? 0));
        Assert.Empty(Directory.GetFiles(output, "*.tmp", SearchOption.AllDirectories));
        await EvaluateAsync(folder, zip, Path.Combine(output, "e.json"));
    }

    private static async Task InspectAsync(FuzzedFolder folder, string page)
    {
        var (code, error) = await RunAsync(["data", "inspect", "--data", folder.Root, "--report", page]);

        Assert.True(code == 0, error);
        var text = new HtmlParser().ParseDocument(File.ReadAllText(page)).Body!.TextContent;
        Assert.All(folder.Unreadable.Concat(folder.Equal.SelectMany(pair => new[] { pair.Known, pair.Again })), file => Assert.Contains(file, text, StringComparison.Ordinal));
        Assert.All(DataSet.Open(folder.Root).Unused, entry => Assert.Contains(entry.Path, text, StringComparison.Ordinal));
    }

    private static async Task EvaluateAsync(FuzzedFolder folder, string zip, string json)
    {
        var evaluation = await RunAsync(["evaluate", "--model", zip, "--data", folder.Root, "--json", json]);

        AssertNamed(DataSet.Open(folder.Root), evaluation.Error);
        var judging = folder.Images.Values.Any(image => image.Split == Split.Test) ? Split.Test : null;
        var images = folder.Readable.Where(image => judging is null || image.Split == judging).ToList();
        var leftOut = folder.Unreadable.Count(file => judging is null || folder.Images[file].Split == judging);
        Assert.True((leftOut > 0 ? 1 : 0) == evaluation.Code, evaluation.Error);
        Assert.Equal(leftOut, evaluation.Error.Split('\n').Count(line => line.StartsWith("left out: ", StringComparison.Ordinal)));
        Assert.DoesNotContain("Exception", evaluation.Error, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(File.ReadAllText(json));
        Assert.Equal(images.Count, report.RootElement.GetProperty("count").GetInt32());
        var groups = images.GroupBy(image => image.Picture).Where(group => group.Count() > 1).ToList();
        var told = report.RootElement.TryGetProperty("equalPictures", out var equal) ? equal.EnumerateArray().ToList() : [];
        Assert.Equal(
            groups.Select(group => string.Join('|', group.Select(image => image.Path).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal),
            told.Select(group => string.Join('|', group.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).Order(StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal));
        Assert.Equal(folder.Unmarked.Any(file => images.Exists(image => image.Path == file)), evaluation.Error.Contains("lack the mark", StringComparison.Ordinal));
        Assert.Equal(
            groups.Exists(group => group.DistinctBy(image => image.Class).Count() > 1), evaluation.Error.Contains("two labels", StringComparison.Ordinal));
    }

    private static void AssertNamed(DataSet data, string error) =>
        Assert.All(UnusedEntry.Lines(data.Unused), line => Assert.Contains($"not used: {line}", error, StringComparison.Ordinal));

    private static void AssertStop((int Code, string Error) run, string[] words)
    {
        var last = run.Error.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("error: ", last, StringComparison.Ordinal);
        Assert.True(Array.Exists(words, word => last.Contains(word, StringComparison.Ordinal)), last);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> RunAsync(string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var told = new StringWriter();
        using var written = TextWriter.Synchronized(told);
        try
        {
            Console.SetOut(TextWriter.Null);
            Console.SetError(written);
            return (await CommandLine.RunAsync(arguments), told.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static int Number(string variable, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : fallback;
}
