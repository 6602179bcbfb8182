using System.Text.Json;
using Pneumonia.Core.Data;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands.Evaluate;

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
    public async Task The_triage_and_the_predictive_values_at_a_prevalence_are_told()
    {
        string[] arguments = ["evaluate", "--model", fixture.Zip, "--data", fixture.Phantoms.Root, "--split", "all", "--prevalence", "0.1"];

        var json = await CommandLineRun.Of([.. arguments, "--json", "-"]);
        var table = await CommandLineRun.Of(arguments);

        var report = JsonDocument.Parse(json.Output).RootElement;
        var groups = report.GetProperty("triage").GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(["ruleOut", "cannotSay", "ruleIn"], groups.Select(group => group.GetProperty("triage").GetString()));
        Assert.Equal(fixture.Phantoms.Data.Images.Count, groups.Sum(group => group.GetProperty("positive").GetInt32() + group.GetProperty("negative").GetInt32()));
        var (sensitivity, specificity) = (report.GetProperty("sensitivity").GetProperty("value").GetDouble(), report.GetProperty("specificity").GetProperty("value").GetDouble());
        Assert.Equal(
            0.1 * sensitivity / ((0.1 * sensitivity) + (0.9 * (1 - specificity))),
            report.GetProperty("predictiveValues").GetProperty("ppv").GetProperty("value").GetDouble(), 1e-9);
        Assert.Contains("PPV at a prevalence of 0.100", table.Output, StringComparison.Ordinal);
        Assert.Contains("cannot say", table.Output, StringComparison.Ordinal);
        Assert.Contains("PNEUMONIA patients with an image ruled out", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_two_labels_is_warned_of_in_text_json_and_page()
    {
        using var folder = new TemporaryFolder();
        foreach (var image in fixture.Phantoms.Data.Images)
        {
            folder.Write($"data/{image.Class}/{Path.GetFileName(image.Path)}", File.ReadAllBytes(image.Path));
        }

        var twice = fixture.Phantoms.Data.Images.First(image => image.Class == "NORMAL");
        folder.Write("data/PNEUMONIA/again.png", File.ReadAllBytes(twice.Path));
        var page = Path.Combine(folder.Path, "page.html");

        var run = await CommandLineRun.Of(
            "evaluate", "--model", fixture.Zip, "--data", Path.Combine(folder.Path, "data"), "--json", "-", "--report", page);

        var name = $"NORMAL/{Path.GetFileName(twice.Path)} = PNEUMONIA/again.png";
        Assert.Contains($"WARNING: 1 picture has two labels, of which one is wrong: {name}.", run.Error, StringComparison.Ordinal);
        var group = JsonDocument.Parse(run.Output).RootElement.GetProperty("equalPictures").EnumerateArray().Single();
        Assert.True(group.GetProperty("acrossClasses").GetBoolean());
        Assert.Contains("1 of them have two labels", File.ReadAllText(page), StringComparison.Ordinal);
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
