using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Model.Studies.Report.Sections;

namespace Pneumonia.Model.Studies.Report;

/// <summary>An evaluation as one HTML page that needs nothing else: no script, no network, every figure drawn in it.</summary>
public static class EvaluationHtml
{
    /// <summary>Makes the page.</summary>
    public static string Write(ReportContent content)
    {
        var manifest = content.Model.Manifest;
        return HtmlPage.Write(
            $"Evaluation of {manifest.Name} {content.Model.Version}",
            [
                Html.Paragraph($"{content.Evaluation.Data}. {content.Evaluation.Count} images of {content.Evaluation.Patients} patients, "
                    + $"{content.Share:0.0%} of the images {content.Evaluation.PositiveClass}. Made {content.Created:yyyy-MM-dd}."),
                Html.Warning("Not a medical device. ", "For research and teaching. The figures hold for images like these and for nothing else."),
            ],
            Sections(content),
            "Not a medical device. This page holds counts and figures only: no image, no name, no patient.");
    }

    private static IEnumerable<XElement?> Sections(ReportContent content) =>
    [
        SummarySection.Of(content),
        DiscriminationSection.Of(content),
        VerdictSection.Of(content),
        CalibrationSection.Of(content),
        DecisionSection.Of(content),
        SubgroupSection.Of(content),
        ShiftSection.Of(content),
        ShortcutSection.Of(content),
        RecipeSection.Of(content),
        MethodSection.Of(),
    ];
}
