using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Tests.Training;

namespace Pneumonia.Tests.Commands;

[Collection(TrainingCollection.Name)]
public sealed class EvaluateShiftsTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_for_every_shift_is_printed_and_written_as_json()
    {
        var json = Path.Combine(_folder.Path, "report.json");

        var run = await Evaluate("--shifts", "--json", json);

        Assert.True(run.ExitCode == 0, run.Error);
        var report = JsonDocument.Parse(File.ReadAllBytes(json)).RootElement;
        var shifts = report.GetProperty("shifts").Deserialize<ShiftReport>(ModelJson.Options)!;
        Assert.Equal(ImageShifts.All(0).Select(shift => shift.Name), shifts.Rows.Select(row => row.Shift));
        Assert.All(shifts.Rows, row => Assert.Equal(fixture.Phantoms.Data.Images.Count, row.Images));
        Assert.All(shifts.Rows, row => Assert.Contains($" {row.Shift} ", run.Output, StringComparison.Ordinal));
        Assert.Equal(report.GetProperty("auc").GetProperty("value").GetDouble(), shifts.Rows[0].Auc.Value);
        Assert.True(shifts.Rows.DistinctBy(row => (row.Auc.Value, row.BalancedAccuracy.Value)).Count() > 1);
        Assert.Contains("Worst: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plain_row_is_what_is_measured_without_shifts()
    {
        using var with = JsonDocument.Parse((await Evaluate("--shifts", "--json", "-")).Output);
        using var without = JsonDocument.Parse((await Evaluate("--json", "-")).Output);

        Assert.False(without.RootElement.TryGetProperty("shifts", out _));
        Assert.All(without.RootElement.EnumerateObject(), member =>
            Assert.True(JsonElement.DeepEquals(member.Value, with.RootElement.GetProperty(member.Name)), member.Name));
    }

    private Task<CommandLineRun> Evaluate(params string[] options) =>
        CommandLineRun.Of(["evaluate", "--model", fixture.Zip, "--data", fixture.Phantoms.Root, "--split", "all", .. options]);
}
