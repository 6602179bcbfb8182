using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Files that look unlike the rest.</summary>
internal static class OddSection
{
    public static XElement? Of(InspectionContent content)
    {
        var odd = content.Inspection.Odd;
        return odd.Count == 0 ? null : Html.Section(
            "Odd files",
            Html.Note("Readable, and unlike the others in size, shape, colour, grey levels or kind; those with most reasons first. They may be no X-rays."),
            FileList.Pictures(odd.Take(FileList.Most).Select(file => FileList.Picture(content.Pictures, file.File, file.Reasons))),
            FileList.Rest(odd.Count));
    }
}
