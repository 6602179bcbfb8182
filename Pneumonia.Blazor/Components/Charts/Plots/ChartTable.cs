using System.Text;

namespace Pneumonia.Blazor.Components.Charts.Plots;

/// <summary>The figures of a chart as a table: what a screen reader reads, and what is saved as CSV.</summary>
/// <param name="Caption">What they are.</param>
/// <param name="Columns">Titles of the columns.</param>
/// <param name="Rows">Cells; the first of each row names it.</param>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>As CSV (RFC 4180), the titles first. A cell that a spreadsheet would take for a formula is led by an apostrophe.</summary>
    public string Csv()
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend(Columns))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string value)
    {
        var safe = value is ['=' or '+' or '@' or '\t' or '\r', ..] || (value is ['-', ..] && !double.TryParse(value.TrimEnd('%', '\u00a0'), out _)) ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
