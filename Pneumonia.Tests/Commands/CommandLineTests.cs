using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands;

[Collection(TrainingCollection.Name)]
public sealed class CommandLineTests(TrainedModelFixture fixture)
{
    [Theory]
    [InlineData("--help")]
    [InlineData("train", "--help")]
    [InlineData("tune", "--help")]
    [InlineData("evaluate", "--help")]
    [InlineData("predict", "--help")]
    [InlineData("data", "--help")]
    [InlineData("data", "inspect", "--help")]
    [InlineData("data", "synthesize", "--help")]
    public async Task Every_command_explains_itself(params string[] arguments)
    {
        var run = await CommandLineRun.Of(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--wrong", "train", "--wrong")]
    [InlineData("--epoch", "train", "--epoch", "many")]
    [InlineData("--model", "evaluate", "--data", "x")]
    [InlineData("nowhere", "data", "inspect", "--data", "nowhere")]
    [InlineData("nowhere", "train", "--data", "nowhere")]
    [InlineData("nothing.zip", "predict", "--model", "nothing.zip", "a.png")]
    [InlineData("no-such-net", "train", "--arch", "no-such-net")]
    [InlineData("nowhere.json", "tune", "--space", "nowhere.json")]
    [InlineData("oracle", "tune", "--sampler", "oracle")]
    [InlineData("--eta 1", "tune", "--eta", "1")]
    [InlineData("Trials 5", "tune", "--trials", "5", "--epoch", "9")]
    public async Task A_mistake_gives_one_line_that_names_it(string named, params string[] arguments)
    {
        var run = await CommandLineRun.Of(arguments);

        Assert.Contains(named, run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_zip_gives_one_line_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var zip = folder.Write("broken.zip", File.ReadAllBytes(fixture.Zip)[..5000]);

        var run = await CommandLineRun.Of("evaluate", "--model", zip, "--data", fixture.Phantoms.Root);

        Assert.Contains("broken.zip", run.FailedWithOneLine(), StringComparison.Ordinal);
    }
}
