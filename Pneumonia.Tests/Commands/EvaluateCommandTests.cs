using System.Text.Json;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands;

[Collection(TrainingCollection.Name)]
public sealed class EvaluateCommandTests(TrainedModelFixture fixture)
{
    [Fact]
    public async Task The_json_holds_every_figure_with_its_interval_and_the_curves()
    {
        var run = await CommandLineRun.Of("evaluate", "--model", fixture.Zip, "--data", fixture.Phantoms.Root, "--split", "all", "--json", "-");

        Assert.Equal(0, run.ExitCode);
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(fixture.Phantoms.Data.Images.Count, report.GetProperty("count").GetInt32());
        string[] figures =
        [
            "accuracy", "balancedAccuracy", "auc", "averagePrecision", "sensitivity", "specificity", "precision", "f1", "logLoss", "brier", "ece",
        ];
        Assert.All(figures, figure => Assert.InRange(
            report.GetProperty(figure).GetProperty("value").GetDouble(),
            report.GetProperty(figure).GetProperty("low").GetDouble(),
            report.GetProperty(figure).GetProperty("high").GetDouble()));
        var confusion = report.GetProperty("confusion");
        Assert.Equal(fixture.Phantoms.Data.Images.Count, new[] { "tp", "fp", "tn", "fn" }.Sum(cell => confusion.GetProperty(cell).GetInt32()));
        Assert.Equal(fixture.Information.Calibration.DefaultPoint.Threshold, report.GetProperty("threshold").GetDouble());
        Assert.All(new[] { "roc", "precisionRecall", "reliability" }, curve => Assert.True(report.GetProperty(curve).GetArrayLength() > 1));
    }

    [Fact]
    public async Task A_missing_split_gives_one_line()
    {
        using var folder = new TemporaryFolder();
        foreach (var image in fixture.Phantoms.Data.Images.Take(40))
        {
            folder.Write($"{image.Class}/{Path.GetFileName(image.Path)}", File.ReadAllBytes(image.Path));
        }

        var run = await CommandLineRun.Of("evaluate", "--model", fixture.Zip, "--data", folder.Path, "--split", "val");

        Assert.Contains("'val'", run.FailedWithOneLine(), StringComparison.Ordinal);
    }
}
