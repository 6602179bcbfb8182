using System.Diagnostics;
using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Explain;

[Collection(TrainingCollection.Name)]
public sealed class ExplainCommandTests(TrainedModelFixture fixture)
{
    [Fact]
    public async Task It_writes_an_overlay_a_map_and_the_figures()
    {
        using var folder = new TemporaryFolder();
        var image = fixture.Phantoms.Data.InSplits(Split.Train)[0].Path;

        var run = await CommandLineRun.Of("explain", "--model", fixture.Zip, image, "--method", "occlusion", "--class", "normal", "--output", folder.Path);

        Assert.True(run.ExitCode == 0, run.Error);
        var stem = Path.Combine(folder.Path, Path.GetFileNameWithoutExtension(image) + ".occlusion");
        var (overlay, shown) = (new RadiographDecoder(asStored: true).DecodeFile(stem + ".png"), new RadiographDecoder().DecodeFile(image));
        Assert.Equal((shown.Width, shown.Height), (overlay.Width, overlay.Height));

        // Width, height and bit depth in the header of a PNG; the map is too small for an X-ray.
        Assert.Equal([0, 0, 0, 14, 0, 0, 0, 14, 16], (await File.ReadAllBytesAsync(stem + ".map.png")).AsSpan(16, 9).ToArray());
        var json = JsonDocument.Parse(await File.ReadAllTextAsync(stem + ".json")).RootElement;
        Assert.Equal("NORMAL", json.GetProperty("class").GetString());
        var quality = json.GetProperty("quality");
        Assert.InRange(quality.GetProperty("deletionRank").GetInt32(), 1, 20);
        Assert.Equal(quality.GetProperty("reasons").GetArrayLength() == 0, quality.GetProperty("reliable").GetBoolean());
    }

    [Theory]
    [InlineData("--method", "lime", "'lime'")]
    [InlineData("--class", "COVID", "COVID")]
    public async Task A_method_or_class_that_there_is_not_is_refused_in_one_line(string option, string value, string named)
    {
        using var folder = new TemporaryFolder();
        var image = fixture.Phantoms.Data.Images[0].Path;

        var run = await CommandLineRun.Of("explain", "--model", fixture.Zip, image, option, value, "--output", folder.Path);

        Assert.Contains(named, run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_model_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "none.zip");

        var run = await CommandLineRun.Of(
            "explain", "--model", zip, fixture.Phantoms.Data.Images[0].Path, "--output", folder.Path, "--progress-json");

        Assert.StartsWith($"error: {zip}: ", run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_programs_the_progress_is_json_and_a_map_may_stay_unmeasured()
    {
        using var folder = new TemporaryFolder();
        var image = fixture.Phantoms.Data.InSplits(Split.Train)[0].Path;

        var run = await CommandLineRun.Of(
            "explain", "--model", fixture.Zip, image, "--method", "integrated-gradients", "--output", folder.Path, "--progress-json", "--map-only");

        Assert.True(run.ExitCode == 0, run.Error);
        var told = run.Output.TrimEnd().Split('\n').Select(line => JsonSerializer.Deserialize<DataProgress>(line, ModelJson.Options)).ToArray();
        Assert.Equal(new DataProgress(64, 64), told[^1]);
        var json = JsonDocument.Parse(await File.ReadAllTextAsync(Directory.GetFiles(folder.Path, "*.json").Single())).RootElement;
        Assert.Equal(JsonValueKind.Null, json.GetProperty("quality").ValueKind);
    }

    [Fact]
    public async Task It_ends_when_the_program_that_started_it_does()
    {
        using var folder = new TemporaryFolder();
        string[] images = [.. fixture.Phantoms.Data.Images.Select(image => image.Path)];
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Pneumonia.Model.dll"), "explain", "--model", fixture.Zip, .. images, "--method", "integrated-gradients",
            "--output", folder.Path, "--progress-json", "--stop-with-input",
        ])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path,
        })!;
        Assert.StartsWith("{", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        process.StandardInput.Close();
        var ended = await CommandLineRun.End(process);

        Assert.Equal((130, ""), (ended.ExitCode, ended.Error));
        Assert.True(Directory.GetFiles(folder.Path, "*.json").Length < images.Length);
    }

    [Fact]
    public async Task Evaluate_writes_the_page_with_the_command_that_made_it()
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "explanations.md");

        var run = await CommandLineRun.Of(
            "explain", "evaluate", "--model", fixture.Zip, "--data", fixture.Phantoms.Root, "--images", "1", "--phantoms", "1",
            "--checks", "1", "--methods", "cam", "grad-cam", "--seed", "3", "--output", page);

        Assert.True(run.ExitCode == 0, run.Error);
        var text = await File.ReadAllTextAsync(page);
        Assert.Contains("--phantoms 1 --checks 1 --seed 3 --methods cam grad-cam --output", text, StringComparison.Ordinal);
        Assert.Contains("## Synthetic phantoms", text, StringComparison.Ordinal);
        Assert.Contains("## phantoms (synthetic)", text, StringComparison.Ordinal);
    }
}
