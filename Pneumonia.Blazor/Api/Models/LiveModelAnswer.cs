using System.ComponentModel;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving.Pool;

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
    [property: Description("What could not be fitted on its held-out images and is missing; empty where nothing is.")] IReadOnlyList<Omission> Omissions,
    [property: Description("Why the model file as it is now does not serve; null when all is well.")] string? Warning)
{
    public static LiveModelAnswer Of(ModelLease live, string? warning) => new(
        live.Information.Calibration.WeightsSha256,
        live.Name,
        live.Information.Manifest.Architecture,
        live.Information.Manifest.Classes,
        live.Information.Manifest.PositiveClass,
        live.Information.Calibration.DefaultPoint.Threshold,
        [.. live.Model.ExplanationMethods.Select(method => method.Name)],
        live.Information.Manifest.Omissions ?? [],
        warning);
}
