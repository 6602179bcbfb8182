using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Model.Tensors;
using Pneumonia.Tests.Networks;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency.Quality;

public sealed class MapAgreementTests
{
    [Fact]
    public void Similarity_and_correlation_are_scipys_and_numpys()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (Noise("map a"), Noise("map b"));
        var mixed = a with { Values = [.. a.Values.Zip(b.Values, (x, y) => (x + y) / 2)] };
        var reference = Reference.Root.GetProperty("agreement");

        Assert.Equal(reference.GetProperty("similarity").GetDouble(), MapAgreement.StructuralSimilarity(a, mixed), 1e-5);
        Assert.Equal(reference.GetProperty("correlation").GetDouble(), MapAgreement.Correlation(a.Values, mixed.Values), 1e-5);
        Assert.Equal(1, MapAgreement.StructuralSimilarity(a, a), 1e-9);
    }

    [Fact]
    public void An_even_map_correlates_with_nothing() => Assert.Equal(0, MapAgreement.Correlation([1, 1, 1], [1, 2, 3]));

    private static PixelMap Noise(string name) =>
        new(30, 20, [.. FormulaWeights.Noise(name, [20, 30]).ToArray<float>().Select(value => (value + 1) / 2)]);
}
