using System.Text.Json;
using Pneumonia.Tests.Lungs;

namespace Pneumonia.Tests.Commands.Lungs;

[Collection(LungsCollection.Name)]
public sealed class LungsCommandTests(LungPhantoms phantoms) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Lungs => Path.Combine(_folder.Path, "lungs.onnx");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_trained_file_is_measured_on_the_same_patients_and_the_same_command_goes_on()
    {
        string[] arguments = ["lungs", "train", "--data", phantoms.Images, "--masks", phantoms.Masks, "--output", Lungs, "--epochs", "1", "--least-dice", "0"];
        var trained = await CommandLineRun.Of(arguments);
        var again = await CommandLineRun.Of(arguments);
        var measured = await CommandLineRun.Of("lungs", "evaluate", "--lungs", Lungs, "--data", phantoms.Images, "--masks", phantoms.Masks, "--json", "-");

        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("images with a mask; left out: 0 without one", trained.Error, StringComparison.Ordinal);
        Assert.Contains("training, epoch 1/1", trained.Error, StringComparison.Ordinal);
        Assert.Contains("Held-out patients", trained.Output, StringComparison.Ordinal);
        Assert.Contains("going on after epoch 1 of 1", again.Error, StringComparison.Ordinal);
        Assert.Equal(trained.Output, again.Output);
        var figures = JsonDocument.Parse(measured.Output).RootElement;
        Assert.True(figures.GetProperty("areHeldOut").GetBoolean());
        Assert.InRange(figures.GetProperty("all").GetProperty("mean").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Other_images_are_all_judged_with_a_warning()
    {
        var files = Path.Combine(_folder.Path, "others");
        EveryCommandFixture.Succeeded(await CommandLineRun.Of(
            "data", "synthesize", "--output", files, "--masks", $"{files}-masks", "--count", "20", "--size", "64", "--seed", "2"));
        EveryCommandFixture.Succeeded(await CommandLineRun.Of(
            "lungs", "train", "--data", phantoms.Images, "--masks", phantoms.Masks, "--output", Lungs, "--epochs", "1", "--least-dice", "0"));

        var run = await CommandLineRun.Of("lungs", "evaluate", "--lungs", Lungs, "--data", files, "--masks", $"{files}-masks");

        EveryCommandFixture.Succeeded(run);
        Assert.Contains("WARNING: these are not the images of the training", run.Error, StringComparison.Ordinal);
        Assert.Contains("All images", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_is_found_out_before_the_work()
    {
        var file = _folder.Write("file");

        var run = await CommandLineRun.Of("lungs", "train", "--data", phantoms.Images, "--masks", phantoms.Masks, "--output", $"{file}/lungs.onnx");

        Assert.StartsWith($"error: --output {file}/lungs.onnx: nothing can be written there: ", run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder", "error: --masks no-such-folder: there is no such folder.")]
    [InlineData(".", "error: --masks .: none of the ")]
    public async Task Masks_that_are_not_there_are_told_in_one_sentence(string masks, string start)
    {
        var run = await CommandLineRun.In(_folder.Path, "lungs", "train", "--data", phantoms.Images, "--masks", masks);

        Assert.StartsWith(start, run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_segmentation_is_told_in_one_sentence()
    {
        var file = _folder.Write("lungs.onnx", "no network"u8.ToArray());

        var run = await CommandLineRun.Of("lungs", "evaluate", "--lungs", file, "--data", phantoms.Images, "--masks", phantoms.Masks);

        Assert.Equal($"error: {file}: that is no segmentation of lungs that 'lungs train' wrote.", run.FailedWithOneLine());
    }
}
