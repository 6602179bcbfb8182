using Pneumonia.Core.Saliency;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>A baseline that knows only that the chest is in the middle: a normal density with a deviation of a quarter of the
/// side.</summary>
internal sealed class CentredGaussian : IExplanationMethod
{
    private const int Side = 28;
    private const double Deviation = 0.25;

    public string Name => "gaussian";

    public string Title => "Centred Gaussian";

    public bool IsSlow => false;

    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var along = Enumerable.Range(0, Side).Select(at => (at + 0.5) / Side - 0.5)
            .Select(at => (float)Math.Exp(-0.5 * at * at / (Deviation * Deviation))).ToArray();
        return new EvidenceMap(Side, Side, [.. along.SelectMany(row => along.Select(column => row * column))]);
    }
}
