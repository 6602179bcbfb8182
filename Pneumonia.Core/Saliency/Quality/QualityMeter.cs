using Pneumonia.Core.Data;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Saliency.Quality;

/// <summary>Measures one map of one image.</summary>
/// <param name="randomMaps">Maps to rank it among.</param>
/// <param name="steps">Parts that pixels are deleted and inserted in.</param>
/// <param name="criteria">What counts as reliable.</param>
public sealed class QualityMeter(int randomMaps = 19, int steps = 8, QualityCriteria? criteria = null)
{
    // A map is coarser than the lungs' edges.
    private const double LungReach = 0.02;

    /// <summary>Measures.</summary>
    /// <param name="request">What was explained; its seed draws the random maps.</param>
    /// <param name="method">How it was explained.</param>
    /// <param name="map">The map.</param>
    /// <returns>Figures and verdict.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ExplanationQuality Measure(ExplanationRequest request, IExplanationMethod method, SaliencyMap map)
    {
        var pixels = PixelMap.Of(map, request.Width, request.Height);
        var quiet = request with { Progress = null };
        var flipping = new PixelFlipping(quiet, steps);
        var deletion = flipping.Deletion(pixels);
        var random = new Random(request.Seed);
        var rank = 1;
        for (var i = 1; i <= randomMaps; i++)
        {
            rank += flipping.Deletion(Moved(pixels, random)) <= deletion ? 1 : 0;
            request.Progress?.Report(new DataProgress(i, randomMaps));
        }

        var quality = new ExplanationQuality(
            deletion,
            flipping.Insertion(pixels),
            rank,
            randomMaps,
            ShareInside(pixels, request),
            ShiftAgreement.Correlation(quiet, method, map),
            [])
        {
            IsOfLungs = request.Lungs is not null,
            Zone = request.Lungs is { } lungs
                ? LungZone.Of(lungs, OnGrid(map.Placed(request.Views)))
                : null,
        };
        return quality with
        {
            Reasons = [.. (criteria ?? new QualityCriteria()).Reasons(quality, isEmpty: pixels.Values.Max() <= 0).Select(reason => reason.ToString())],
        };
    }

    // Moved and not shuffled: pixels scattered at random hide more than a patch does, and would be the wrong opponent.
    private static PixelMap Moved(PixelMap map, Random random)
    {
        var (right, down) = (random.Next(map.Width), random.Next(map.Height));
        return (random.Next(2) == 0 ? map : map.Mirror()).Roll(right, down);
    }

    // In the lungs where they are known; else on the thorax, as far as its projections tell.
    private static double ShareInside(PixelMap map, ExplanationRequest request) => request.Lungs is { } lungs
        ? map.ShareOf([.. request.Views.SelectMany(box =>
            BoxSampler.Cut(lungs.Weights(LungReach), (LungField.Side, LungField.Side), box, (map.Width, map.Height / request.Views.Count)))])
        : map.ShareIn([ThoraxBox.Estimate(request.Image, request.Width, request.Height)]);

    private static float[] OnGrid(SaliencyMap map) =>
        BoxSampler.Cut(map.Values.Span, (map.Width, map.Height), RelativeBox.Whole, (LungField.Side, LungField.Side));
}
