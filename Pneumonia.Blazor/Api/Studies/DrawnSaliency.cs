using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Blazor.Api.Studies;

/// <summary>A saliency map, drawn.</summary>
/// <param name="Map">The map.</param>
/// <param name="Quality">How far it can be trusted; null where that was not measured.</param>
/// <param name="Overlay">A transparent PNG of the X-ray's aspect ratio, its longer side at most 1024 pixels.</param>
internal sealed record DrawnSaliency(SaliencyMap Map, ExplanationQuality? Quality, byte[] Overlay);
