using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Images and patients of each split, class and site, and what some of them look like.</summary>
internal static class ClassSection
{
    public static XElement Of(InspectionContent content) => Html.Section(
        "Classes",
        Html.Table(
            "Images and patients", ["split and class", "images", "patients", "images a patient"],
            content.Inspection.Classes.Select(count => Row($"{(count.Split is null ? "" : $"{count.Split}, ")}{count.Class}", count.Images, count.Patients))),
        content.Inspection.Sites.Count == 0 ? null : Html.Table(
            "Images and patients of each site", ["site and class", "images", "patients", "images a patient"],
            content.Inspection.Sites.Select(count => Row($"{count.Site}, {count.Class}", count.Images, count.Patients))),
        content.Samples.Where(sample => sample.Files.Count > 0).SelectMany(sample => new[]
        {
            new XElement("h3", $"Some of {sample.Name}"),
            FileList.Pictures(sample.Files.Select(file => FileList.Picture(content.Pictures, file))),
        }));

    private static object[] Row(string name, int images, int patients) =>
        [name, $"{images}", $"{patients}", patients == 0 ? "–" : $"{images / (double)patients:0.0}"];
}
