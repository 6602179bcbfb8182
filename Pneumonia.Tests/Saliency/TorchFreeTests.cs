using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Tests.Saliency;

/// <summary>Networks that nothing but this repository's own code runs.</summary>
public sealed class TorchFreeTests
{
    private const int Side = 16;

    [Theory]
    [InlineData(false, "cam grad-cam grad-cam++ score-cam occlusion rise")]
    [InlineData(true, "occlusion score-cam rise")]
    public void A_network_without_gradients_is_explained_by_the_methods_that_need_none(bool hidesHead, string methods)
    {
        var network = new MeanNetwork(Side, Side, hidesHead);
        var request = new ExplanationRequest(network, Spot(), 1) { Seed = 2 };

        var suited = ExplanationMethods.For(network);

        Assert.Equal(methods.Split(' '), suited.Select(method => method.Name));
        Assert.All(suited, method =>
        {
            var map = SaliencyMap.Of(request, "PNEUMONIA", method);
            var strongest = Array.IndexOf(map.Values.ToArray(), map.Values.ToArray().Max());
            Assert.InRange((strongest % map.Width + 0.5) * Side / map.Width, 10, 14);
            Assert.InRange((strongest / map.Width + 0.5) * Side / map.Height, 4, 8);
        });
    }

    [Fact]
    public void Its_maps_are_measured_too()
    {
        var request = new ExplanationRequest(new MeanNetwork(Side, Side), Spot(), 1);
        var method = new ClassActivationMap();

        var quality = new QualityMeter().Measure(request, method, SaliencyMap.Of(request, "PNEUMONIA", method));

        Assert.Equal(1, quality.DeletionRank);
        Assert.InRange(quality.Insertion, quality.Deletion, 1);
    }

    [Theory]
    [InlineData("cam")]
    [InlineData("grad-cam")]
    [InlineData("grad-cam++")]
    [InlineData("integrated-gradients")]
    public void A_method_that_does_not_suit_a_network_says_why(string name)
    {
        var method = ExplanationMethods.Find(name);
        var network = new MeanNetwork(Side, Side, hidesHead: true);

        var error = Assert.Throws<ArgumentException>(() => method.Evidence(new ExplanationRequest(network, Spot(), 1)));

        Assert.False(method.Suits(network));
        Assert.Contains("mean", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Bright at columns 10 to 13 of rows 4 to 7.</summary>
    private static float[] Spot() =>
        [.. Enumerable.Range(0, Side * Side).Select(i => i % Side is >= 10 and < 14 && i / Side is >= 4 and < 8 ? 1f : 0)];
}
