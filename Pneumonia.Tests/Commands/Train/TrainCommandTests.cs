using System.Diagnostics;
using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Train;

[Collection(TrainingCollection.Name)]
public sealed class TrainCommandTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Zip => Path.Combine(_folder.Path, "model.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_trained_zip_loads_and_the_json_tells_its_history()
    {
        var json = Path.Combine(_folder.Path, "train.json");

        var run = await CommandLineRun.Of(
            "train", "--data", fixture.Phantoms.Root, "--output", Zip, "--epoch", "2", "--batch-size", "8", "--image-size", "64",
            "--learning-rate", "0.002", "--seed", "3", "--validation-fraction", "0.4", "--hold-out", "first", "--json", json);

        Assert.True(run.ExitCode == 0, run.Error);
        using var model = PneumoniaModel.Load(Zip);
        var training = model.Information.Manifest.Training;
        Assert.Equal((2, 8, 0.002, 3), (training.Options.Epoch, training.Options.BatchSize, training.Options.LearningRate, training.Options.Seed));
        Assert.Equal("first", training.Options.Data.HoldOut);
        Assert.Contains("the patients with the lowest numbers", model.Information.ModelCard, StringComparison.Ordinal);
        Assert.True(model.Information.Manifest.Data.Synthetic);
        Assert.Contains("synthetic", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(File.ReadAllBytes(json)).RootElement.GetProperty("history").GetArrayLength());
        Assert.Contains(model.Version, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_acquisition_is_named_with_those_present()
    {
        var run = await CommandLineRun.Of("train", "--data", fixture.Phantoms.Root, "--output", Zip, "--hold-out", "acquisition:IM");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "error: There is no acquisition IM; the file names tell synthetic-IM, synthetic-person.",
            run.Error.TrimEnd().Split('\n')[^1]);
        Assert.False(File.Exists(Zip));
    }

    [Fact]
    public async Task A_recipe_with_an_option_that_there_is_not_is_named_with_the_nearest_there_is()
    {
        var recipe = _folder.Write("recipe.json", """{"network":{"dropuot":0.1}}"""u8.ToArray());

        var run = await CommandLineRun.Of("train", "--data", fixture.Phantoms.Root, "--output", Zip, "--recipe", recipe);

        Assert.Equal(
            $"error: {recipe}: the recipe cannot be read: there is no option network.dropuot; the nearest is network.dropout.",
            run.FailedWithOneLine());
    }

    [Fact]
    public async Task Nothing_of_the_test_folder_is_read()
    {
        foreach (var image in fixture.Phantoms.Data.Images.Where(image => image.Split == "train"))
        {
            _folder.Write($"data/train/{image.Class}/{Path.GetFileName(image.Path)}", File.ReadAllBytes(image.Path));
        }

        // A pipe that nobody writes to: whoever opens it hangs.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "data/test/NORMAL"));
        using (var mkfifo = Process.Start("mkfifo", Path.Combine(_folder.Path, "data/test/NORMAL/IM-0001-0001.jpeg")))
        {
            await mkfifo.WaitForExitAsync();
        }

        var run = await CommandLineRun.Of(
            "train", "--data", Path.Combine(_folder.Path, "data"), "--output", Zip, "--epoch", "1", "--batch-size", "8", "--image-size", "64",
            "--validation-fraction", "0.4").WaitAsync(TimeSpan.FromMinutes(2));

        Assert.True(run.ExitCode == 0, run.Error);
    }

    [Fact]
    public async Task Ctrl_C_ends_cleanly_and_keeps_the_checkpoint()
    {
        string[] arguments =
        [
            "train", "--data", fixture.Phantoms.Root, "--output", Zip, "--epoch", "60", "--batch-size", "8", "--image-size", "64",
            "--validation-fraction", "0.4",
        ];
        using var process = CommandLineRun.Start(_folder.Path, arguments);
        var checkpoint = Path.Combine(_folder.Path, "model.workspace", "checkpoint.safetensors");
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

        Assert.Equal(130, interrupted.ExitCode);
        Assert.Contains("--resume goes on", interrupted.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(checkpoint));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.zip*"));
    }

    [Fact]
    public async Task For_programs_the_progress_is_json_and_the_training_ends_when_they_do()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Pneumonia.Model.dll"), "train", "--data", fixture.Phantoms.Root, "--output", Zip, "--epoch", "60",
            "--batch-size", "8", "--image-size", "64", "--validation-fraction", "0.4", "--progress-json", "--stop-with-input",
        ])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.Path,
        })!;
        ImageClassificationMetrics? metrics = null;
        while (metrics?.Phase != TrainingPhase.Epoch && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            metrics = JsonSerializer.Deserialize<ImageClassificationMetrics>(line, ModelJson.Options);
        }

        process.StandardInput.Close();
        var ended = await CommandLineRun.End(process);

        Assert.Equal((1, 60), (metrics!.Epoch, metrics.Epochs));
        Assert.InRange(metrics.HeldOut!.Auc, 0, 1);
        Assert.Equal(130, ended.ExitCode);
        Assert.Contains("--resume goes on", ended.Error, StringComparison.Ordinal);
    }
}
