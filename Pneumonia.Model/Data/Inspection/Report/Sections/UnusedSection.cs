using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>What is not used, and why.</summary>
internal static class UnusedSection
{
    public static XElement? Of(DataInspection inspection) => inspection.Unused.Count == 0 ? null : Html.Section(
        "Not used",
        Html.Words(
            "Files and folders that are not used", ["entry", "files", "why"],
            inspection.Unused.OrderBy(entry => entry.Expected).Take(FileList.Most).Select(entry => new object[]
            {
                new XElement("code", entry.Path), $"{entry.Files}", entry.Reason,
            })),
        FileList.Rest(inspection.Unused.Count));
}
