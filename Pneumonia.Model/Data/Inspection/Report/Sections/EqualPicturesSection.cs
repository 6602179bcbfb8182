using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Pictures that there are more than once, side by side.</summary>
internal static class EqualPicturesSection
{
    public static XElement? Of(InspectionContent content)
    {
        var groups = ShownGroup.Of(content.Inspection);
        return groups.Count == 0 ? null : Html.Section(
            "Equal pictures",
            Part(content, "Label conflicts: one picture in more than one class", groups, group => group.AcrossClasses),
            Part(content, "Leaks: one picture in more than one split", groups, group => group.AcrossSplits && !group.AcrossClasses),
            Part(content, "Within one split and class", groups, group => !group.AcrossSplits && !group.AcrossClasses));
    }

    private static IEnumerable<XElement?> Part(InspectionContent content, string heading, IReadOnlyList<ShownGroup> groups, Func<ShownGroup, bool> which)
    {
        var these = groups.Where(which).ToList();
        return these.Count == 0 ? [] :
        [
            new XElement("h3", $"{heading} ({these.Count})"),
            .. these.Take(FileList.Most).Select(group => Group(content, group)),
            FileList.Rest(these.Count),
        ];
    }

    private static XElement Group(InspectionContent content, ShownGroup group) => new(
        "div", new XAttribute("class", "group"),
        Html.Note($"{group.Files.Count} files, {group.Kind}{(group is { AcrossClasses: true, AcrossSplits: true } ? "; in more than one split, too" : "")}:"),
        FileList.Pictures(group.Files.Take(ShownGroup.MostFiles).Select(file => FileList.Picture(content.Pictures, file))),
        group.Files.Count > ShownGroup.MostFiles ? Html.Note($"and {string.Join(", ", group.Files.Skip(ShownGroup.MostFiles).Take(FileList.Most))}") : null);
}
