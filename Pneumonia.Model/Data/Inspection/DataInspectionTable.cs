using Pneumonia.Model.Data.Listing;
using Spectre.Console;

namespace Pneumonia.Model.Data.Inspection;

/// <summary>Shows a <see cref="DataInspection"/> on a console: the counts as tables, then whatever is wrong, each file
/// named.</summary>
public static class DataInspectionTable
{
    /// <summary>Writes the inspection.</summary>
    public static void Write(DataInspection inspection, IAnsiConsole console)
    {
        console.MarkupLineInterpolated(
            $"[bold]{inspection.Name}[/]{(inspection.Synthetic ? " (SYNTHETIC phantoms, not patients)" : "")}");
        console.Write(Counts(inspection));
        if (inspection.Sites.Count > 0)
        {
            console.Write(Sites(inspection));
        }

        console.Write(Sizes(inspection));
        console.WriteLine(string.Join(", ", [
            .. inspection.Formats.Select(format => $"{format.Value} {format.Key}"),
            .. inspection.BitDepths.Select(depth => $"{depth.Value} with {depth.Key} bits")]));
        WriteFindings(inspection, console);
    }

    private static Table Counts(DataInspection inspection)
    {
        var table = new Table().AddColumns("Split", "Class").AddColumn(Number("Images")).AddColumn(Number("Patients"));
        foreach (var count in inspection.Classes)
        {
            table.AddRow(Markup.Escape(count.Split ?? "-"), Markup.Escape(count.Class), $"{count.Images}", $"{count.Patients}");
        }

        return table.AddRow("all", "all", $"{inspection.Images}", $"{inspection.Patients}");
    }

    private static Table Sites(DataInspection inspection)
    {
        var table = new Table().AddColumns("Site", "Class").AddColumn(Number("Images")).AddColumn(Number("Patients"));
        foreach (var count in inspection.Sites)
        {
            table.AddRow(Markup.Escape(count.Site), Markup.Escape(count.Class), $"{count.Images}", $"{count.Patients}");
        }

        return table;
    }

    private static Table Sizes(DataInspection inspection)
    {
        var table = new Table().AddColumn("Pixels").AddColumn(Number("Min")).AddColumn(Number("Median")).AddColumn(Number("Max"));
        foreach (var (name, range) in new[] { ("width", inspection.Width), ("height", inspection.Height) })
        {
            table.AddRow(name, $"{range?.Min}", $"{range?.Median}", $"{range?.Max}");
        }

        return table;
    }

    private static void WriteFindings(DataInspection inspection, IAnsiConsole console)
    {
        if (inspection.ImagesWithoutPatient > 0)
        {
            console.MarkupLineInterpolated(
                $"[yellow]{inspection.ImagesWithoutPatient} images have names that tell no patient; each counts as one.[/]");
        }

        WriteList(console, "yellow", "files and folders are not used", UnusedEntry.Lines(inspection.Unused));
        WriteList(
            console, "red bold", "CLASSES MISSING FROM A SPLIT", [.. inspection.ClassGaps.Select(gap => $"{gap.Split} has no image of {gap.Class}")]);
        WriteList(
            console, "red", "files cannot be read", [.. inspection.Unreadable.Select(file => $"{file.File}: {file.Reason}")]);
        WriteList(
            console, "red bold", "LEAKS: the same image lies in more than one split",
            Files(inspection, group => group.AcrossSplits));
        WriteList(
            console, "red bold", "LABEL CONFLICTS: the same image lies in more than one class",
            Files(inspection, group => group.AcrossClasses));
        WriteList(
            console, "red bold", "LEAKS: the same picture, scaled or recompressed, lies in more than one split",
            Pictures(inspection, group => group.AcrossSplits));
        WriteList(
            console, "red bold", "LABEL CONFLICTS: the same picture, scaled or recompressed, lies in more than one class",
            Pictures(inspection, group => group.AcrossClasses));
        WriteList(
            console, "red bold", "POSSIBLE LEAKS: the same patient number lies in more than one split",
            [.. inspection.SharedPatients.Select(patient => $"{patient.Patient}: {string.Join(", ", patient.Splits)}")]);
        WriteList(
            console, "yellow", "groups of identical files within one split and class",
            Files(inspection, group => !group.AcrossSplits && !group.AcrossClasses));
        WriteList(
            console, "yellow", "groups of the same picture, scaled or recompressed, within one split and class",
            Pictures(inspection, group => !group.AcrossSplits && !group.AcrossClasses));
        WriteList(
            console, "yellow", "files look unlike the others", [.. inspection.Odd.Select(file => $"{file.File}: {string.Join("; ", file.Reasons)}")]);
    }

    private static IReadOnlyList<string> Files(DataInspection inspection, Func<DuplicateGroup, bool> which) =>
        [.. inspection.Duplicates.Where(which).Select(group => string.Join(" = ", group.Files))];

    private static IReadOnlyList<string> Pictures(DataInspection inspection, Func<PictureGroup, bool> which) =>
        [.. inspection.EqualPictures.Where(which).Select(group => string.Join(" = ", group.Files))];

    private static void WriteList(IAnsiConsole console, string style, string title, IReadOnlyList<string> lines)
    {
        var (mark, shown) = lines.Count > 0 ? (":", Style.Parse(style)) : ("", Style.Plain);
        console.Write(new Text($"{lines.Count} {title}{mark}\n", shown));
        foreach (var line in lines)
        {
            console.WriteLine($"  {line}");
        }
    }

    private static TableColumn Number(string header) => new TableColumn(header).RightAligned();
}
