using Pneumonia.Core.Package;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands;

/// <summary>Every command in each of its modes, run as a process where nobody made a folder for it.</summary>
[Collection(TrainingCollection.Name)]
public sealed class EveryCommandTests(EveryCommandFixture fixture) : IClassFixture<EveryCommandFixture>
{
    [Theory]
    [InlineData("frozen", "--backbone", "Frozen", "--weights", "pneumonia.zip")]
    [InlineData("tuned", "--backbone", "FineTuned", "--weights", "pneumonia.zip")]
    [InlineData("members", "--members", "2")]
    public async Task Train_in_each_mode(string name, params string[] mode)
    {
        EveryCommandFixture.Succeeded(await fixture.RunAsync(["train", .. EveryCommandFixture.Tiny, .. mode, "--output", $"{name}/model.zip"]));

        Assert.Equal(2, ModelZip.ReadInformation(fixture.PathOf($"{name}/model.zip")).Manifest.Classes.Count);
    }

    [Fact]
    public async Task A_frozen_training_takes_its_features_from_the_workspace_the_second_time()
    {
        string[] frozen = ["train", .. EveryCommandFixture.Tiny, "--backbone", "Frozen", "--weights", "pneumonia.zip", "--output", "twice.zip"];
        var first = await fixture.RunAsync(frozen);
        var second = await fixture.RunAsync(frozen);

        EveryCommandFixture.Succeeded(second);
        Assert.DoesNotContain("reusing", first.Error, StringComparison.Ordinal);
        Assert.Contains("reusing the cached bottleneck features of the train set", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_goes_on_from_the_workspace_that_it_made()
    {
        var run = await fixture.RunAsync(["train", .. EveryCommandFixture.Tiny, "--resume"]);

        EveryCommandFixture.Succeeded(run);
        Assert.Contains("resuming after epoch 1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_options_are_not_gone_on_with_and_are_named()
    {
        var run = await fixture.RunAsync(["train", .. EveryCommandFixture.Tiny, "--learning-rate", "0.5", "--dropout", "0.1", "--resume"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("checkpoint belongs to other options: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("learningRate was 0.001 and is 0.5 now; ", run.Error, StringComparison.Ordinal);
        Assert.Contains("Leave out --resume to start anew.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "--data", "phantoms", "--output", "a.png/model.zip")]
    [InlineData("train", "--data", "phantoms", "--workspace", "a.png/here")]
    [InlineData("train", "--data", "phantoms", "--json", "a.png/it.json")]
    [InlineData("tune", "--data", "phantoms", "--output", "a.png/here")]
    [InlineData("evaluate", "--model", "pneumonia.zip", "--data", "phantoms", "--report", "a.png/it.html")]
    [InlineData("data", "inspect", "--data", "phantoms", "--report", "a.png/it.html")]
    public async Task What_cannot_be_written_is_found_out_before_the_work(params string[] arguments)
    {
        var run = await fixture.RunAsync(arguments);

        Assert.StartsWith($"error: {arguments[^2]} {arguments[^1]}: nothing can be written there: ", run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sampler", "random", "--trials", "1")]
    [InlineData("--sampler", "random", "--trials", "1", "--backbone", "Frozen", "--weights", "pneumonia.zip", "--output", "searched/frozen")]
    public async Task Tune_with_the_defaults_of_its_paths(params string[] mode) =>
        EveryCommandFixture.Succeeded(await fixture.RunAsync(["tune", .. EveryCommandFixture.Tiny, .. mode]));

    [Theory]
    [InlineData("evaluate", "--model", "pneumonia.zip", "--data", "phantoms", "--split", "all", "--shifts", "--audit", "--report", "made/report.html", "--json", "made/report.json")]
    [InlineData("evaluate", "--model", "pneumonia.zip", "--data", "phantoms", "--prevalence", "0.1")]
    [InlineData("compare", "pneumonia.zip", "pneumonia.zip", "--data", "phantoms", "--ignore-folders", "val", "--json", "compared/it.json")]
    [InlineData("predict", "--model", "pneumonia.zip", "a.png", "--saliency", "overlays/here")]
    [InlineData("explain", "--model", "pneumonia.zip", "a.png", "--method", "grad-cam", "--output", "explained/here")]
    [InlineData("explain", "--model", "pneumonia.zip", "a.png", "--method", "integrated-gradients", "--map-only", "--output", "gradients")]
    [InlineData("export", "--model", "pneumonia.zip", "--output", "exported/model.onnx")]
    [InlineData("checks", "fit", "--model", "pneumonia.zip", "--data", "phantoms", "--output", "checked.zip")]
    [InlineData("data", "inspect", "--data", "phantoms")]
    [InlineData("data", "inspect", "--data", "phantoms", "--json")]
    [InlineData("data", "inspect", "--data", "phantoms", "--report", "inspected/page.html")]
    [InlineData("explain", "evaluate", "--model", "pneumonia.zip", "--data", "phantoms", "--ignore-folders", "val", "--images", "1", "--phantoms", "0", "--checks", "0", "--methods", "cam", "--output", "methods.md")]
    public async Task Everything_else(params string[] arguments) => EveryCommandFixture.Succeeded(await fixture.RunAsync(arguments));

    [Theory]
    [InlineData("checks", "evaluate", "--model", "pneumonia.zip", "--data", "phantoms", "--output", "checks.md")]
    [InlineData("convert", "--model", "pneumonia.zip", "--output", "converted.zip")]
    [InlineData("predict", "--model", "missing.zip", "a.png")]
    [InlineData("predict", "--model", "phantoms", "a.png")]
    [InlineData("train", "--data", "missing")]
    [InlineData("train", "--data", "phantoms", "--output", "phantoms")]
    [InlineData("export", "--model", "pneumonia.zip", "--output", "phantoms")]
    [InlineData("evaluate", "--model", "pneumonia.zip", "--data", "phantoms", "--report", "phantoms")]
    [InlineData("explain", "--model", "a.png", "a.png", "--output", "explained")]
    public async Task What_cannot_be_done_here_is_said_in_one_sentence(params string[] arguments)
    {
        var run = await fixture.RunAsync(arguments);

        Assert.NotEqual(0, run.ExitCode);
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), each => each.StartsWith("error: ", StringComparison.Ordinal));
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not foreseen", line, StringComparison.Ordinal);
    }
}
