using System.Text.Json;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Tests.Checks;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Checks;

[Collection(TrainingCollection.Name)]
public sealed class ChecksCommandTests(CheckedModelFixture fixture) : IClassFixture<CheckedModelFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_table_shows_the_reason_in_place_of_verdict_and_scores()
    {
        var file = Blank();

        var run = await CommandLineRun.Of("predict", "--model", fixture.Zip, file);
        var shown = await CommandLineRun.Of("predict", "--model", fixture.Zip, file, "--even-if-refused");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("refused: badly-exposed", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"badly-exposed +\d", run.Output);
        Assert.Matches(@"badly-exposed +\d\.\d", shown.Output);
    }

    [Fact]
    public async Task Json_has_the_scores_of_a_refused_image_beside_the_codes()
    {
        var run = await CommandLineRun.Of("predict", "--model", fixture.Zip, Blank(), "--json");

        var row = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.True(row.GetProperty("refused").GetBoolean());
        Assert.Equal("badly-exposed", row.GetProperty("reasons")[0].GetString());
        Assert.InRange(row.GetProperty("probabilities").GetProperty("PNEUMONIA").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Another_folder_than_the_one_trained_on_is_refused()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(fixture.Good[0])!)!)!;

        var run = await CommandLineRun.Of("checks", "evaluate", "--model", fixture.Zip, "--data", folder, "--output", Path.Combine(_folder.Path, "page.md"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the model was trained on", run.Error, StringComparison.Ordinal);
    }

    private string Blank() => _folder.Write("blank.png", ImageEncoder.GreyPng(200, 200, new byte[200 * 200]));
}
