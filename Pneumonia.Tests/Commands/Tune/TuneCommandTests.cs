using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Model.Tuning;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Tune;

[Collection(TrainingCollection.Name)]
public sealed class TuneCommandTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_search_writes_a_recipe_that_train_takes_and_reads_nothing_of_the_test_folder()
    {
        foreach (var image in fixture.Phantoms.Data.Images.Where(image => image.Split == "train"))
        {
            _folder.Write($"data/train/{image.Class}/{Path.GetFileName(image.Path)}", File.ReadAllBytes(image.Path));
        }

        // A pipe that nobody writes to: whoever opens it hangs.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "data/test/NORMAL"));
        _folder.Write("data/test/NORMAL/broken.jpeg", [1, 2, 3]);
        using (var mkfifo = Process.Start("mkfifo", Path.Combine(_folder.Path, "data/test/NORMAL/IM-0001-0001.jpeg")))
        {
            await mkfifo.WaitForExitAsync();
        }

        var run = await CommandLineRun.Of(Arguments(Path.Combine(_folder.Path, "data"), epochs: "3", "--trials", "3")).WaitAsync(TimeSpan.FromMinutes(3));
        var trained = await CommandLineRun.Of(
            "train", "--data", Path.Combine(_folder.Path, "data"), "--output", Path.Combine(_folder.Path, "best.zip"),
            "--recipe", Path.Combine(_folder.Path, "search/best-recipe.json"), "--epoch", "1");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("best-recipe.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("Learning rate", run.Output, StringComparison.Ordinal);
        Assert.Equal(4, File.ReadAllLines(Path.Combine(_folder.Path, "search/leaderboard.csv")).Length);
    }

    [Fact]
    public async Task Ctrl_C_leaves_a_search_that_resume_goes_on_with()
    {
        var arguments = Arguments(fixture.Phantoms.Root, epochs: "60", "--sampler", "random", "--trials", "2");
        using var process = CommandLineRun.Start(_folder.Path, arguments);
        var checkpoint = Path.Combine(_folder.Path, "search/workspaces/trial-1/checkpoint.safetensors");
        var patience = Stopwatch.StartNew();
        while (!File.Exists(checkpoint) && !process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1))
        {
            await Task.Delay(50);
        }

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString()]))
        {
            await kill.WaitForExitAsync();
        }

        var interrupted = await CommandLineRun.End(process);
        var again = await CommandLineRun.Of(arguments);
        var other = await CommandLineRun.Of([.. arguments, "--resume", "--metric", "loss"]);

        Assert.Equal(130, interrupted.ExitCode);
        Assert.Contains("--resume goes on", interrupted.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(checkpoint));
        Assert.Contains("give --resume", again.Error, StringComparison.Ordinal);
        Assert.Contains("metric is \"auc\" there, but \"loss\" now", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_space_is_one_to_search()
    {
        var run = await CommandLineRun.Of("tune", "--print-space");

        var space = JsonSerializer.Deserialize<SearchSpace>(run.Output, ModelJson.Options)!;
        space.Verify();
        Assert.Equal(SearchSpace.Default.LearningRate, space.LearningRate);
    }

    [Fact]
    public async Task A_wrong_range_gives_one_line_that_names_it()
    {
        var space = _folder.Write("space.json", Encoding.UTF8.GetBytes("""{"weightDecay":{"min":2,"max":1,"scale":"log"}}"""));

        var run = await CommandLineRun.Of("tune", "--space", space);

        Assert.Contains("space.json: weightDecay: min 2 is above max 1", run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--min-epoch", "2")]
    [InlineData("--eta", "4")]
    public async Task Options_of_halving_are_refused_with_the_random_sampler(string option, string value)
    {
        var run = await CommandLineRun.Of("tune", "--sampler", "random", option, value);

        Assert.Equal($"error: {option}: goes with --sampler halving alone; the random sampler trains every trial to the end.", run.FailedWithOneLine());
    }

    private string[] Arguments(string data, string epochs, params string[] more)
    {
        var space = _folder.Write("space.json", Encoding.UTF8.GetBytes("""{"learningRate":{"min":0.0001,"max":0.01,"scale":"log"}}"""));
        return
        [
            "tune", "--data", data, "--output", Path.Combine(_folder.Path, "search"), "--space", space, "--epoch", epochs,
            "--batch-size", "8", "--image-size", "64", "--validation-fraction", "0.4", .. more,
        ];
    }
}
