using System.Text.Json;
using AngleSharp.Html.Parser;
using Pneumonia.Core.Files;
using Pneumonia.Model.Studies.Shortcuts;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands;

[Collection(TrainingCollection.Name)]
public sealed class EvaluateReportTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_with_the_audit_is_written_and_names_no_file()
    {
        var (page, json) = (Path.Combine(_folder.Path, "report.html"), Path.Combine(_folder.Path, "report.json"));

        var run = await CommandLineRun.Of(
            "evaluate", "--model", fixture.Zip, "--data", fixture.Phantoms.Root, "--split", "all", "--audit", "--report", page, "--json", json);

        Assert.True(run.ExitCode == 0, run.Error);
        var text = File.ReadAllText(page);
        Assert.NotNull(new HtmlParser().ParseDocument(text).QuerySelector("figure > svg"));
        Assert.DoesNotContain(_folder.Path, text, StringComparison.Ordinal);
        Assert.All(fixture.Phantoms.Data.Images, image =>
        {
            Assert.DoesNotContain(Path.GetFileNameWithoutExtension(image.Path), text, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetDirectoryName(image.Path)!, text, StringComparison.Ordinal);
        });
        using var report = JsonDocument.Parse(File.ReadAllText(json));
        var findings = report.RootElement.GetProperty("audit").Deserialize<ShortcutReport>(ModelJson.Options)!.Findings;
        Assert.Equal(["lungs covered", "corners covered", "borders covered"], findings.Take(3).Select(finding => finding.Question));
        Assert.Contains("Without shortcuts", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            report.RootElement.GetProperty("subgroups").EnumerateArray(), group => group.GetProperty("kind").GetString() == "sharpness");
        Assert.Equal(99, report.RootElement.GetProperty("decisionCurve").GetArrayLength());
    }
}
