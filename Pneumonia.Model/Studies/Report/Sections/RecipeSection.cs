using System.Text.Json.Nodes;
using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes.Json;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>How the model was made, and of which images.</summary>
internal static class RecipeSection
{
    public static XElement Of(ReportContent content)
    {
        var manifest = content.Model.Manifest;
        var data = manifest.Data;
        return Html.Section(
            "Model and data",
            Html.Table("Model", ["what", "value"], new (string, string)[]
            {
                ("name", manifest.Name), ("made", $"{manifest.Created:yyyy-MM-dd}"), ("architecture", manifest.Architecture),
                ("classes", string.Join(", ", manifest.Classes)), ("positive", manifest.Positive.ToString()),
                ("SHA-256 of the weights", content.Model.Calibration.WeightsSha256),
                ("began with", manifest.Pretrained is { } source ? $"{Path.GetFileName(source.File)}, SHA-256 {source.Sha256}" : "random weights"),
                ("software", string.Join(", ", manifest.Software.Select(each => $"{each.Key} {each.Value}"))),
            }.Select(Row)),
            Html.Table("Images it was trained and held out on", ["what", "value"], new (string, string)[]
            {
                ("data set", manifest.DataDescription?.Title ?? data.Name), ("synthetic", data.Synthetic ? "yes" : "no"),
                ("licence", manifest.DataDescription?.Licence ?? "not recorded"), ("population", manifest.DataDescription?.Population ?? "not recorded"),
                ("trained on", $"{data.Images} images of {data.Patients} patients"),
                ("held out", $"{data.HeldOutImages} images of {data.HeldOutPatients} patients"),
                ("fingerprint of the contents, SHA-256", data.Sha256),
            }.Select(Row)),
            new XElement("details", new XElement("summary", "Recipe"), Html.Table("Training options", ["option", "value"], Options(RecipeJson.Flat(manifest.Training)).Select(Row))));
    }

    private static object[] Row((string Name, string Value) row) => [row.Name, new XElement("code", row.Value)];

    // A path, should an option hold one, says more of a machine than of a model.
    private static IEnumerable<(string Name, string Value)> Options(JsonObject options, string prefix = "") =>
        options.SelectMany(option => option.Value switch
        {
            JsonObject inner => Options(inner, $"{prefix}{option.Key}."),
            JsonValue value => [($"{prefix}{option.Key}", Path.GetFileName(value.ToString()))],
            _ => Enumerable.Empty<(string, string)>(),
        });
}
