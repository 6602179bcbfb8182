using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Model.Studies.Compare;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Evaluate;

[Collection(TrainingCollection.Name)]
public sealed class CompareCommandTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_compared_with_itself_agrees_on_every_image()
    {
        var json = Path.Combine(_folder.Path, "comparison.json");

        var run = await CommandLineRun.Of(
            "compare", fixture.Zip, fixture.Zip, "--data", fixture.Phantoms.Root, "--split", "all", "--json", json);

        Assert.True(run.ExitCode == 0, run.Error);
        var comparison = JsonSerializer.Deserialize<ModelComparison>(File.ReadAllText(json), ModelJson.Options)!;
        Assert.Equal(fixture.Phantoms.Data.Images.Count, comparison.Count);
        Assert.Equal(comparison.First, comparison.Second);
        Assert.Equal((0, 1), (comparison.Differences.Auc.Value, comparison.DeLong!.P));
        Assert.Equal((0, 0), (comparison.Positives.FirstOnly, comparison.Negatives.SecondOnly));
        Assert.Contains("A - B (95% interval)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_model_or_a_file_that_is_none_gives_one_line()
    {
        var broken = _folder.Write("broken.zip", [1, 2, 3]);

        var one = await CommandLineRun.Of("compare", fixture.Zip, "--data", fixture.Phantoms.Root);
        var none = await CommandLineRun.Of("compare", fixture.Zip, broken, "--data", fixture.Phantoms.Root);

        Assert.Equal(2, one.ExitCode);
        Assert.Contains("broken.zip", none.FailedWithOneLine(), StringComparison.Ordinal);
    }
}
