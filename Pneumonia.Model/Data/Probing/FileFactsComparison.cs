using Pneumonia.Core.Data;
using Pneumonia.Core.Package;
using Spectre.Console;

namespace Pneumonia.Model.Data.Probing;

/// <summary>The files of the classes side by side.</summary>
/// <param name="Classes">The facts of each class, in ordinal order.</param>
/// <param name="Probe">How well they tell the class; null where a class has too few patients to say.</param>
public sealed record FileFactsComparison(IReadOnlyList<ClassFacts> Classes, FileFactsFindings? Probe)
{
    private const string TooFew = "Whether the files tell the class cannot be said: a class has fewer than two patients.";

    /// <summary>The warning; null where there is nothing to warn of.</summary>
    public string? Warning => Probe?.Warning;

    /// <summary>What the probe says, or why it says nothing.</summary>
    internal string Sentence => Probe?.Sentence ?? TooFew;

    /// <summary>Compares files.</summary>
    /// <param name="images">The images.</param>
    /// <param name="facts">The facts of each.</param>
    public static FileFactsComparison Of(IReadOnlyList<XRay> images, IReadOnlyList<FileFacts> facts) => new(
        [
            .. images.Zip(facts).GroupBy(pair => pair.First.Class, pair => pair.Second).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => ClassFacts.Of(group.Key, [.. group])),
        ],
        FileFactsProbe.Of(images, facts));

    /// <summary>A row for each fact, a column for each class.</summary>
    public Table Table()
    {
        var table = new Table().AddColumn("Files").AddColumns([.. Classes.Select(each => new TableColumn(Markup.Escape($"{each.Class} ({each.Images})")))]);
        var rows = Classes.Select(each => each.Rows).ToList();
        for (var fact = 0; rows.Count > 0 && fact < rows[0].Count; fact++)
        {
            table.AddRow([rows[0][fact].Name, .. rows.Select(each => Markup.Escape(each[fact].Value))]);
        }

        return table;
    }

    /// <summary>The same in lines, and what the probe says.</summary>
    public void Report(Action<string> log)
    {
        foreach (var each in Classes)
        {
            log($"files of {each.Class}: {string.Join(" | ", each.Rows.Select(row => $"{row.Name}: {row.Value}"))}");
        }

        log((Warning is null ? "" : "WARNING: ") + Sentence);
    }

    /// <summary>Shows table and finding.</summary>
    public void Write(IAnsiConsole console)
    {
        console.Write(Table());
        console.Write(new Text(Sentence + "\n", Warning is null ? Style.Plain : Style.Parse("red bold")));
    }
}
