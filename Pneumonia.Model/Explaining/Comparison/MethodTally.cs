using System.Diagnostics;
using System.Globalization;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>Measures a method image by image.</summary>
internal sealed class MethodTally(IExplanationMethod method, bool isBaseline, ComparisonOptions options)
{
    private const int SimilaritySide = 56;

    private readonly List<bool> _pointing = [];
    private readonly List<double> _energy = [];
    private readonly List<double> _deletion = [];
    private readonly List<double> _insertion = [];
    private readonly List<double> _seeds = [];
    private readonly List<double> _shifts = [];
    private readonly List<List<double>> _randomized = [];
    private readonly List<PixelMap> _maps = [];
    private TimeSpan _time;

    /// <summary>Measures an image on the network as it was learned.</summary>
    /// <param name="request">The image.</param>
    /// <param name="boxes">Its findings, in the request's pixels.</param>
    /// <param name="check">Whether it is explained again, by another seed and moved.</param>
    public void Add(ExplanationRequest request, IReadOnlyList<PixelBox> boxes, bool check)
    {
        var started = Stopwatch.GetTimestamp();
        var map = Explain(request);
        _time += Stopwatch.GetElapsedTime(started);
        var pixels = PixelMap.Of(map, request.Width, request.Height);
        if (boxes.Count > 0)
        {
            _pointing.Add(pixels.PointsInto(boxes));
            _energy.Add(pixels.ShareIn(boxes));
        }

        var flipping = new PixelFlipping(request, options.Steps);
        _deletion.Add(flipping.Deletion(pixels));
        _insertion.Add(flipping.Insertion(pixels));
        if (check)
        {
            var other = PixelMap.Of(Explain(request with { Seed = request.Seed + 1 }), request.Width, request.Height);
            _seeds.Add(MapAgreement.Correlation(pixels.Values, other.Values));
            _shifts.Add(ShiftAgreement.Correlation(request, method, map));
            _maps.Add(Small(map));
        }
    }

    /// <summary>Compares with the map of a network that is randomised down to a stage.</summary>
    /// <param name="request">An image that was checked.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="stage">The stage, from the top.</param>
    public void AddRandomized(ExplanationRequest request, int index, int stage)
    {
        while (_randomized.Count <= stage)
        {
            _randomized.Add([]);
        }

        _randomized[stage].Add(MapAgreement.StructuralSimilarity(_maps[index], Small(Explain(request))));
    }

    public MethodFigures Figures() => new()
    {
        Name = method.Name,
        Title = method.Title,
        IsBaseline = isBaseline,
        IsSlow = method.IsSlow,
        Pointing = _pointing.Count == 0 ? null : Wilson.Interval(_pointing.Count(hit => hit), _pointing.Count),
        Energy = Mean.Of(_energy),
        Deletion = Mean.Of(_deletion)!,
        Insertion = Mean.Of(_insertion)!,
        SeedCorrelation = Mean.Of(_seeds),
        ShiftCorrelation = Mean.Of(_shifts),
        Randomized = [.. _randomized.Select(similarities => Mean.Of(similarities)!)],
        Time = _time / _deletion.Count,
    };

    private SaliencyMap Explain(ExplanationRequest request) => SaliencyMap.Of(request, request.ClassIndex.ToString(CultureInfo.InvariantCulture), method);

    private static PixelMap Small(SaliencyMap map)
    {
        var small = PixelMap.Of(map, SimilaritySide, SimilaritySide);
        var strongest = Math.Max(small.Values.Max(), float.Epsilon);
        return small with { Values = Array.ConvertAll(small.Values, value => value / strongest) };
    }
}
