namespace Pneumonia.Core.Saliency.Quality;

/// <summary>A map and how far it can be trusted.</summary>
/// <param name="Map">The map.</param>
/// <param name="Quality">Its figures and verdict.</param>
public sealed record MeasuredMap(SaliencyMap Map, ExplanationQuality Quality);
