using System.Xml.Linq;
using Pneumonia.Model.Pages;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>How the images of each class are stored.</summary>
internal static class StorageSection
{
    public static XElement? Of(DataInspection inspection) => inspection.Storage.Count == 0 ? null : Html.Section(
        "Files of each class",
        Html.Note("Where the classes differ here, a model can tell them apart without a look at a lung."),
        Html.Words(
            "Sizes and kinds of the readable images", ["class", "images", "width", "height", "formats", "bits", "in colour"],
            inspection.Storage.Select(storage => new object[]
            {
                storage.Class, $"{storage.Images}", Range(storage.Width), Range(storage.Height),
                string.Join(", ", storage.Formats.Select(format => $"{format.Value} {format.Key}")),
                string.Join(", ", storage.BitDepths.Select(depth => $"{depth.Value} of {depth.Key}")), $"{storage.InColour}",
            })));

    private static string Range(SizeRange range) => range.Min == range.Max ? $"{range.Min}" : $"{range.Min} to {range.Max}, half below {range.Median}";
}
