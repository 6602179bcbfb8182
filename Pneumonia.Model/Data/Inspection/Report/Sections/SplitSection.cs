using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Patients whose numbers lie in more than one split.</summary>
internal static class SplitSection
{
    public static XElement? Of(DataInspection inspection) => inspection.SharedPatients.Count == 0 ? null : Html.Section(
        "Patients in more than one split",
        Html.Note("A number may have been given anew in each split, and stand for two people; nobody can tell from the names."),
        Html.Words(
            "Patient numbers in more than one split", ["patient", "splits"],
            inspection.SharedPatients.Take(FileList.Most).Select(patient => new object[] { patient.Patient, string.Join(", ", patient.Splits) })),
        FileList.Rest(inspection.SharedPatients.Count));
}
