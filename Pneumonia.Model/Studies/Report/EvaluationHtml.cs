using System.Xml.Linq;
using Pneumonia.Core.Package;
using Pneumonia.Model.Studies.Report.Sections;

namespace Pneumonia.Model.Studies.Report;

/// <summary>An evaluation as one HTML page that needs nothing else: no script, no network, every figure drawn in it.</summary>
public static class EvaluationHtml
{
    private const string StyleName = "Pneumonia.Model.Studies.Report.report.css";

    /// <summary>Makes the page.</summary>
    public static string Write(ReportContent content)
    {
        var manifest = content.Model.Manifest;
        var title = $"Evaluation of {manifest.Name} {content.Model.Version}";
        var page = new XElement(
            "html", new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
                new XElement(
                    "meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'")),
                new XElement("title", title),
                new XElement("style", Style())),
            new XElement(
                "body",
                new XElement(
                    "header",
                    new XElement("h1", title),
                    Html.Paragraph($"{content.Evaluation.Data}. {content.Evaluation.Count} images of {content.Evaluation.Patients} patients, "
                        + $"{content.Share:0.0%} of the images {content.Evaluation.PositiveClass}. Made {content.Created:yyyy-MM-dd}."),
                    new XElement("p", new XAttribute("class", "warning"), new XElement("strong", "Not a medical device. "),
                        "For research and teaching. The figures hold for images like these and for nothing else.")),
                new XElement("main", Sections(content)),
                new XElement("footer", Html.Paragraph("Not a medical device. This page holds counts and figures only: no image, no name, no patient."))));
        return $"<!DOCTYPE html>\n{page.ToString(SaveOptions.DisableFormatting)}\n";
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

    private static string Style()
    {
        using var reader = new StreamReader(typeof(EvaluationHtml).Assembly.GetManifestResourceStream(StyleName)!);
        return reader.ReadToEnd();
    }
}
