using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands;

[Collection(TrainingCollection.Name)]
public sealed class LabelsTests(TrainedModelFixture fixture, CauseModelFixture causes) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Train_labels_by_cause_and_says_how_many_images_tell_none()
    {
        foreach (var image in causes.Data.Images.Where(image => image.Split == Split.Train))
        {
            var folder = image.Class == "NORMAL" ? image.Class : "PNEUMONIA";
            _folder.Write($"data/train/{folder}/{Path.GetFileName(image.Path)}", File.ReadAllBytes(image.Path));
        }

        _folder.Write("data/train/PNEUMONIA/person900.jpeg", [1, 2, 3]);
        var zip = Path.Combine(_folder.Path, "model.zip");

        var run = await CommandLineRun.Of(
            "train", "--labels", "bacteria-virus", "--data", Path.Combine(_folder.Path, "data"), "--output", zip, "--epoch", "1", "--batch-size", "8",
            "--image-size", "64", "--validation-fraction", "0.4");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("left out: 1 images whose names tell no cause", run.Error, StringComparison.Ordinal);
        Assert.Contains("Cohen's kappa", run.Output, StringComparison.Ordinal);
        var manifest = ModelZip.ReadInformation(zip).Manifest;
        Assert.Equal(["NORMAL", "BACTERIAL", "VIRAL"], manifest.Classes);
        Assert.Equal(LabelScheme.BacteriaVirus, manifest.Labels);
        Assert.Equal(["BACTERIAL", "VIRAL"], manifest.PositiveClasses);
    }

    [Fact]
    public async Task Evaluate_labels_as_the_model_was_trained()
    {
        var run = await CommandLineRun.Of("evaluate", "--model", causes.Zip, "--data", causes.Phantoms.Root, "--split", "all", "--json", "-");

        Assert.True(run.ExitCode == 0, run.Error);
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("PNEUMONIA", report.GetProperty("positiveClass").GetString());
        var multiclass = report.GetProperty("multiclass");
        Assert.Equal(["NORMAL", "BACTERIAL", "VIRAL"], multiclass.GetProperty("classes").EnumerateArray().Select(each => each.GetProperty("class").GetString()));
        var counts = causes.Data.Classes.Select(name => causes.Data.Images.Count(image => image.Class == name));
        Assert.Equal(counts, multiclass.GetProperty("confusion").EnumerateArray().Select(row => row.EnumerateArray().Sum(cell => cell.GetInt32())));
        Assert.All(new[] { "accuracy", "balancedAccuracy", "macroAuc", "macroF1", "kappa" }, figure => Assert.InRange(
            multiclass.GetProperty(figure).GetProperty("value").GetDouble(),
            multiclass.GetProperty(figure).GetProperty("low").GetDouble(),
            multiclass.GetProperty(figure).GetProperty("high").GetDouble()));
    }

    [Fact]
    public async Task Evaluate_prints_the_figures_of_every_class()
    {
        var run = await CommandLineRun.Of("evaluate", "--model", causes.Zip, "--data", causes.Phantoms.Root, "--split", "all");

        Assert.Equal(0, run.ExitCode);
        Assert.All(new[] { "Macro AUC", "Cohen's kappa", "called BACTERIAL", "not called PNEUMONIA" }, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_of_other_classes_gives_one_line_that_names_both()
    {
        _folder.Write("CAT/1.png");
        _folder.Write("DOG/1.png");

        foreach (var (zip, classes) in new[] { (fixture.Zip, "NORMAL, PNEUMONIA"), (causes.Zip, "NORMAL, BACTERIAL, VIRAL") })
        {
            var line = (await CommandLineRun.Of("evaluate", "--model", zip, "--data", _folder.Path)).FailedWithOneLine();

            Assert.Contains("CAT, DOG", line, StringComparison.Ordinal);
            Assert.Contains(classes, line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_split_without_a_class_gives_one_line_that_names_it()
    {
        foreach (var image in causes.Data.Images.Where(image => image.Class != "VIRAL").Append(causes.Data.Images.First(image => image.Class == "VIRAL")))
        {
            _folder.Write($"{(image.Class == "VIRAL" ? "train" : "test")}/{image.Class}/{Path.GetFileName(image.Path)}", File.ReadAllBytes(image.Path));
        }

        var run = await CommandLineRun.Of("evaluate", "--model", causes.Zip, "--data", _folder.Path);

        Assert.Contains("'test' holds no image of class VIRAL", run.FailedWithOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_tells_the_probability_of_every_class()
    {
        var image = causes.Data.Images[0].Path;

        var json = await CommandLineRun.Of("predict", "--model", causes.Zip, image, "--json");
        var table = await CommandLineRun.Of("predict", "--model", causes.Zip, image);

        var row = JsonDocument.Parse(json.Output).RootElement[0];
        var probabilities = row.GetProperty("probabilities").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetDouble());
        Assert.Equal(["NORMAL", "BACTERIAL", "VIRAL"], probabilities.Keys);
        Assert.Equal(1 - probabilities["NORMAL"], row.GetProperty("positiveProbability").GetDouble(), 1e-9);
        Assert.All(probabilities.Keys, name => Assert.Contains(name, table.Output, StringComparison.Ordinal));
        Assert.Contains("PNEUMONIA (BACTERIAL, VIRAL) from 0.", table.Output, StringComparison.Ordinal);
    }
}
