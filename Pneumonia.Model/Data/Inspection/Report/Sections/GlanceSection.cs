using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>What was found, in a few figures, the worst marked.</summary>
internal static class GlanceSection
{
    public static XElement Of(DataInspection inspection)
    {
        var groups = ShownGroup.Of(inspection);
        var (conflicts, leaks) = (groups.Count(group => group.AcrossClasses), groups.Count(group => group.AcrossSplits));
        return Html.Section(
            "At a glance",
            Html.Cards(
                Html.Card("Images", $"{inspection.Images}", $"of {inspection.Patients} patients"),
                Html.Card("Unreadable", $"{inspection.Unreadable.Count}"), Html.Card("Odd", $"{inspection.Odd.Count}", "unlike the others"),
                Html.Card("Label conflicts", $"{conflicts}", "one picture, two classes"), Html.Card("Leaks", $"{leaks}", "one picture, two splits"),
                Html.Card("Not used", $"{inspection.UnusedFiles}", "files, named below")),
            conflicts > 0
                ? Html.Warning("Labels are wrong. ", $"{Pictures(conflicts)} under more than one class. train refuses them, or leaves them out with --drop-contradictions.")
                : null,
            leaks > 0 ? Html.Warning("What is measured flatters. ", $"{Pictures(leaks)} in more than one split, so that a model is judged on what it knows.") : null,
            inspection.ClassGaps.Count > 0
                ? Html.Warning("Classes are missing. ", string.Join("; ", inspection.ClassGaps.Select(gap => $"{gap.Split} has no image of {gap.Class}")) + ".")
                : null,
            inspection.ImagesWithoutPatient > 0
                ? Html.Paragraph($"{inspection.ImagesWithoutPatient} file names tell no patient: each counts as a patient of its own, and a hold-out may flatter.")
                : null,
            conflicts + leaks + inspection.ClassGaps.Count + inspection.Unreadable.Count + inspection.Odd.Count == 0
                ? Html.Paragraph("Every file is readable and like the others, and no picture lies in two classes or splits.")
                : null);
    }

    private static string Pictures(int count) => count == 1 ? "1 picture lies" : $"{count} pictures lie";
}
