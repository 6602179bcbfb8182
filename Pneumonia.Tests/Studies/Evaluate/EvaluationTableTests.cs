using Pneumonia.Core.Reports;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;
using Spectre.Console;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class EvaluationTableTests
{
    [Fact]
    public void The_table_shows_figures_with_intervals_and_the_confusion_matrix()
    {
        var report = Reference.Named("untied").Evaluate() with { Data = "folder [test]" };
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No });
        console.Profile.Width = 100;

        console.Write(EvaluationTable.Render(report));

        var text = writer.ToString();
        Assert.Contains("folder [test]", text, StringComparison.Ordinal);
        Assert.Contains($"{report.Auc.Value:0.0000}", text, StringComparison.Ordinal);
        Assert.Contains($"{report.Sensitivity.Low:0.0000} to {report.Sensitivity.High:0.0000}", text, StringComparison.Ordinal);
        Assert.Contains("called PNEUMONIA", text, StringComparison.Ordinal);
    }
}
