using Pneumonia.Core.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Studies.Compare;

/// <summary>A <see cref="ModelComparison"/> as tables for the console.</summary>
public static class ComparisonTables
{
    /// <summary>The figures of both models with their differences, the tests, and where the models agree.</summary>
    public static IRenderable Render(ModelComparison comparison) => new Rows(
        new Text($"{comparison.Data}: {comparison.Count} images of {comparison.Patients} patients, {comparison.PositiveClass} is positive"),
        new Text($"A: {comparison.First.Name}, from {comparison.First.Threshold:0.000} up. B: {comparison.Second.Name}, from {comparison.Second.Threshold:0.000} up."),
        Figures(comparison),
        Agreements(comparison),
        new Text("Intervals of differences: paired bootstrap over patients. DeLong's test takes patients together (Obuchowski 1997), "
            + "McNemar's takes images as independent."));

    private static Table Figures(ModelComparison comparison)
    {
        var (a, b, less) = (comparison.First, comparison.Second, comparison.Differences);
        var table = Table("Figure", "A (95% interval)", "B (95% interval)", "A - B (95% interval)", "p");
        table.AddRow("AUC", Text(a.Auc), Text(b.Auc), Text(less.Auc), comparison.DeLong is { } test ? $"{P(test.P)} (DeLong)" : "");
        table.AddRow("Sensitivity", Text(a.Sensitivity), Text(b.Sensitivity), Text(less.Sensitivity), McNemar(comparison.SensitivityTest));
        table.AddRow("Specificity", Text(a.Specificity), Text(b.Specificity), Text(less.Specificity), McNemar(comparison.SpecificityTest));
        table.AddRow("Brier score", Text(a.Brier), Text(b.Brier), Text(less.Brier), "");
        table.AddRow("Expected calibration error", Text(a.Ece), Text(b.Ece), "", "");
        table.AddRow("Calibration slope", Text(a.CalibrationLine?.Slope.Interval), Text(b.CalibrationLine?.Slope.Interval), "", "");
        table.AddRow("Calibration intercept", Text(a.CalibrationLine?.Intercept.Interval), Text(b.CalibrationLine?.Intercept.Interval), "", "");
        return table;
    }

    private static Table Agreements(ModelComparison comparison)
    {
        var table = Table("Truth", "both right", "only A right", "only B right", "both wrong");
        foreach (var (name, row) in new[]
        {
            (comparison.PositiveClass, comparison.Positives), ($"not {comparison.PositiveClass}", comparison.Negatives),
        })
        {
            table.AddRow(Markup.Escape(name), $"{row.BothRight}", $"{row.FirstOnly}", $"{row.SecondOnly}", $"{row.BothWrong}");
        }

        return table;
    }

    private static Table Table(string first, params string[] others)
    {
        var table = new Table().AddColumn(first);
        Array.ForEach(others, header => table.AddColumn(new TableColumn(header).RightAligned()));
        return table;
    }

    private static string Text(Estimate? figure) => figure is null ? "none fits" : $"{figure.Value:0.0000} ({figure.Low:0.0000} to {figure.High:0.0000})";

    private static string McNemar(McNemarTest test) => $"{P(test.ExactP)} (McNemar, exact; corrected {P(test.CorrectedP)})";

    private static string P(double value) => value < 0.0001 ? "<0.0001" : $"{value:0.0000}";
}
