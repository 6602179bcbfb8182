using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Shifts;
using Spectre.Console;

namespace Pneumonia.Tests.Studies.Shifts;

public class ShiftReportTests
{
    private static readonly ShiftReport s_report = ShiftReport.Of(
    [
        Row("plain", 0.5, 0.1, 0.1), Row("low contrast", 0.9, 1.0, 0.0), Row("noisy", 0.7, 0.8, 0.6), Row("cropped", 0.8, 0.9, 0.9),
    ]);

    [Fact]
    public void The_mean_and_the_worst_are_of_the_shifts_without_the_unchanged_images()
    {
        Assert.Equal((0.8, 0.9, 0.5), (Math.Round(s_report.Mean.Auc, 9), Math.Round(s_report.Mean.Sensitivity, 9), Math.Round(s_report.Mean.Specificity, 9)));
        Assert.Equal("noisy", s_report.LowestAuc);
        Assert.Equal("low contrast", s_report.LowestBalancedAccuracy);
    }

    [Fact]
    public void The_table_has_a_row_for_every_shift_the_mean_and_the_worst()
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;

        console.Write(ShiftTable.Render(s_report));

        var lines = writer.ToString().Split('\n');
        Assert.All(s_report.Rows, row => Assert.Single(lines, line =>
            line.Contains($" {row.Shift} ", StringComparison.Ordinal) && line.Contains($" {row.Auc.Low:0.000} to {row.Auc.High:0.000} ", StringComparison.Ordinal)
            && line.Contains($" {row.Specificity.Value:0.000} ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("mean of the shifts", StringComparison.Ordinal) && line.Contains("0.800", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Worst: noisy by AUC (0.700); low contrast at the threshold", StringComparison.Ordinal));
    }

    private static ShiftFigures Row(string name, double auc, double sensitivity, double specificity) => new(
        name, 20, new Estimate(auc, auc - 0.1, auc + 0.05), new Estimate(sensitivity, 0, 1), new Estimate(specificity, 0, 1),
        new Estimate((sensitivity + specificity) / 2, 0, 1));
}
