using System.Xml.Linq;
using Pneumonia.Model.Data.Inspection.Report.Sections;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report;

/// <summary>An inspection as one HTML page that needs nothing else, for whoever is to train on the data set: what is odd comes first, with
/// pictures.</summary>
internal static class InspectionHtml
{
    /// <summary>Makes the page.</summary>
    public static string Write(InspectionContent content)
    {
        var inspection = content.Inspection;
        return HtmlPage.Write(
            $"Data set {inspection.Name}",
            [
                Html.Paragraph($"{inspection.Images} images of {inspection.Patients} patients in {inspection.Classes.DistinctBy(count => count.Class).Count()} classes"
                    + $"{(inspection.Synthetic ? ", synthetic phantoms" : "")}. Made {content.Created:yyyy-MM-dd}."),
                Html.Warning("Keep this page as you keep the images. ", "It shows some of them, and names files."),
            ],
            Sections(content),
            $"{content.Pictures.Count} pictures are shown, of {inspection.Images} images"
                + $"{(content.Pictures.LeftOut > 0 ? $"; {content.Pictures.LeftOut} more are named without one, so that the page can be opened" : "")}.");
    }

    // One type each: another finding is another section here.
    private static IEnumerable<XElement?> Sections(InspectionContent content) =>
    [
        GlanceSection.Of(content.Inspection),
        UnreadableSection.Of(content.Inspection),
        OddSection.Of(content),
        EqualPicturesSection.Of(content),
        SplitSection.Of(content.Inspection),
        StorageSection.Of(content.Inspection),
        UnusedSection.Of(content.Inspection),
        ClassSection.Of(content),
    ];
}
