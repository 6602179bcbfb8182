using System.ComponentModel;
using Pneumonia.Blazor.Serving;
using Pneumonia.Model.Serving;

namespace Pneumonia.Blazor.Api.Models;

/// <summary>The model in service, as the API tells it.</summary>
internal sealed record LiveModelAnswer(
    [property: Description("SHA-256 of its weights.")] string Version,
    [property: Description("Name and short version, as in the answers that it gives.")] string Model,
    string Architecture,
    IReadOnlyList<string> Classes,
    string PositiveClass,
    [property: Description("The least probability of the positive class for a positive verdict.")] double Threshold,
    [property: Description("Methods that explain its answers, the default first.")] IReadOnlyList<string> Methods,
    [property: Description("Why the model file as it is now does not serve; null when all is well.")] string? Warning)
{
    public static LiveModelAnswer Of(ModelInformation model, LiveModel live) => new(
        model.Calibration.WeightsSha256,
        $"{model.Manifest.Name} {model.Version}",
        model.Manifest.Architecture,
        model.Manifest.Classes,
        model.Manifest.PositiveClass,
        model.Calibration.DefaultPoint.Threshold,
        [.. live.ExplanationMethods.Select(method => method.Name)],
        live.Warning);
}
