using System.Globalization;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Lungs;
using Spectre.Console;

namespace Pneumonia.Model.Commands.Lungs;

/// <summary>Shows how well lungs are found.</summary>
internal static class LungsTable
{
    /// <summary>As JSON where that is asked for, and as a table.</summary>
    /// <param name="evaluation">The figures.</param>
    /// <param name="json">File, or <c>-</c> for standard output; null: none.</param>
    /// <param name="isQuiet">No table.</param>
    public static void Write(LungEvaluation evaluation, string? json, bool isQuiet = false)
    {
        if (json is not null)
        {
            JsonOutput.Write(json, evaluation);
        }

        if (json != "-" && !isQuiet)
        {
            ResultConsole.Create().Write(Render(evaluation));
        }
    }

    private static Table Render(LungEvaluation evaluation)
    {
        var table = new Table().AddColumns(
            evaluation.AreHeldOut ? "Held-out patients" : "All images", "Images", "Dice, mean", "median", "5th percentile", "below 0.9");
        Add("without masks that lie badly", evaluation.WithoutLeftOut);
        Add("all masks", evaluation.All);
        return table;

        void Add(string name, LungFigures figures)
        {
            string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
            table.AddRow(
                name, Text(figures.Images, "0"), Text(figures.Mean, "0.0000"), Text(figures.Median, "0.0000"), Text(figures.FifthPercentile, "0.0000"),
                Text(figures.ShareBelow90, "0.0 %"));
        }
    }
}
