namespace Pneumonia.Core.Saliency.Quality;

/// <summary>A map and how far it can be trusted.</summary>
/// <param name="Map">The map.</param>
/// <param name="Quality">Its figures and verdict.</param>
public sealed record MeasuredMap(SaliencyMap Map, ExplanationQuality Quality)
{
    /// <summary>Makes the map and measures it.</summary>
    /// <inheritdoc cref="SaliencyMap.Of"/>
    public static MeasuredMap Of(ExplanationRequest request, string className, IExplanationMethod method)
    {
        var map = SaliencyMap.Of(request, className, method);
        return new MeasuredMap(map.Placed(request.Views), new QualityMeter().Measure(request, method, map));
    }
}
