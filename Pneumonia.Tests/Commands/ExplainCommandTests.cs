using System.Text.Json;
using Pneumonia.Model.Data;
using Pneumonia.Model.Imaging;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands;

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
        var overlay = new RadiographDecoder().DecodeFile(stem + ".png");
        Assert.Equal((128, 128), (overlay.Width, overlay.Height));

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
