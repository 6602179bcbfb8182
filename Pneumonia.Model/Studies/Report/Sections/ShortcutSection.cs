using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>The shortcut audit.</summary>
internal static class ShortcutSection
{
    public static XElement? Of(ReportContent content) => content.Shortcuts is not { } audit ? null : Html.Section(
        "Shortcut audit",
        Html.Paragraph("A model may be right for wrong reasons: a marker, a border, the machine. With the lungs covered nothing is left to diagnose; "
            + "with corners or borders covered nothing of the lungs is lost; and neither features nor scores should tell two acquisitions of the same "
            + "class apart."),
        Html.Table(
            "Questions and answers", ["question", "images", "AUC (95% interval)", "finding", "without shortcuts"],
            audit.Findings.Select(finding => new object[]
            {
                finding.Question, $"{finding.Images}", Html.Range(finding.Auc),
                Html.Mark(finding.AsExpected, finding.AsExpected ? "as expected" : "look closer"),
                new XElement("div", new XAttribute("class", "text"), finding.Expected),
            })),
        Html.Note("The lungs are a box found by the image's projections, not a segmentation, and its place may tell something by itself. The probe is a "
            + "ridge classifier of the pooled features, cross-validated by patient."));
}
