using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>The files of the classes side by side, and whether they alone tell the class.</summary>
internal static class StorageSection
{
    public static XElement? Of(DataInspection inspection)
    {
        if (inspection.FileFacts is not { Classes.Count: > 0 } facts)
        {
            return null;
        }

        var rows = facts.Classes.Select(each => each.Rows).ToList();
        return Html.Section(
            "Files of each class",
            Html.Note("Where the classes differ here, a model can tell them apart without a look at a lung. " + facts.Sentence),
            Html.Words(
                "Facts of the readable files", ["fact", .. facts.Classes.Select(each => $"{each.Class} ({each.Images})")],
                rows[0].Select((fact, i) => new object[] { fact.Name }.Concat(rows.Select(each => (object)each[i].Value)).ToArray())));
    }
}
