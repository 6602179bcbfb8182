using System.ComponentModel;

namespace Pneumonia.Blazor.Api.Studies;

/// <summary>A saliency overlay, as the API tells it.</summary>
internal sealed record SaliencyAnswer(
    [property: Description("The class that is explained.")] string Class,
    [property: Description("The explanation method.")] string Method,
    [property: Description("Whether nothing speaks against the map; null where that was not measured.")] bool? Reliable,
    [property: Description("Why the map is not reliable, a sentence each.")] IReadOnlyList<string> Reasons,
    [property: Description("A transparent PNG in base64, to be laid over the X-ray, less what cropped says, and stretched to its size.")] byte[] Overlay)
{
    public static SaliencyAnswer Of(DrawnSaliency drawn) => new(
        drawn.Map.Class, drawn.Map.Method, drawn.Quality?.Reliable, drawn.Quality?.Reasons ?? [], drawn.Overlay);
}
