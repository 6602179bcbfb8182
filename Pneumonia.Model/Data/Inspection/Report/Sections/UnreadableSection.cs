using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Files in class folders that are no X-rays.</summary>
internal static class UnreadableSection
{
    public static XElement? Of(DataInspection inspection) => inspection.Unreadable.Count == 0 ? null : Html.Section(
        "Unreadable files",
        Html.Words(
            "Files that cannot be taken as X-rays", ["file", "why"],
            inspection.Unreadable.Take(FileList.Most).Select(file => new object[] { new XElement("code", file.File), file.Reason })),
        FileList.Rest(inspection.Unreadable.Count));
}
