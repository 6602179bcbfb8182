using Pneumonia.Core.Saliency;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>A baseline that knows nothing: even random numbers on a grid of 7 x 7.</summary>
internal sealed class RandomMap : IExplanationMethod
{
    private const int Side = 7;

    public string Name => "random";

    public string Title => "Random map";

    public bool IsSlow => false;

    public EvidenceMap Evidence(ExplanationRequest request)
    {
        // The image is part of the seed: the same numbers for every image would be one map, not many.
        var random = new Random(HashCode(request.Image) ^ request.Seed * 0x01000193);
        return new EvidenceMap(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(_ => random.NextSingle())]);
    }

    private static int HashCode(float[] image) =>
        image.Aggregate(17, (hash, value) => unchecked(hash * 31 + BitConverter.SingleToInt32Bits(value)));
}
