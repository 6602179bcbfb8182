using Pneumonia.Core.Lungs;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Tests.Lungs;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Saliency.Quality;

public sealed class QualityMeterTests : IDisposable
{
    private const int Side = 32;

    private readonly TorchSharp.DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void A_map_of_what_counts_is_reliable()
    {
        using var network = Patch();
        var method = new IntegratedGradients(steps: 2, samples: 1, noise: 0);

        var quality = Measure(network, method, out _);

        Assert.Empty(quality.Reasons);
        Assert.True(quality.Reliable);
        Assert.Equal((1, 19), (quality.DeletionRank, quality.RandomMaps));
        Assert.InRange(quality.ShiftCorrelation, 0.7, 1);
    }

    [Fact]
    public void A_map_of_the_wrong_place_is_not_and_the_reasons_are_named()
    {
        using var network = Patch();

        var quality = Measure(network, new Dice(), out _);

        Assert.False(quality.Reliable);
        Assert.Contains(quality.Reasons, reason => reason.Contains("random maps do as well", StringComparison.Ordinal));
        Assert.Contains(quality.Reasons, reason => reason.Contains("moved a little", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_map_says_that_nothing_speaks_for_the_class()
    {
        using var network = Patch();
        var request = Request(network) with { ClassIndex = 0 };
        var method = new IntegratedGradients(steps: 2, samples: 1, noise: 0);

        var quality = new QualityMeter().Measure(request, method, SaliencyMap.Of(request, "NORMAL", method));

        Assert.Equal(["No place of the image speaks for this class."], quality.Reasons);
    }

    [Fact]
    public void Little_of_the_map_on_the_thorax_is_a_reason()
    {
        var good = new ExplanationQuality(0.1, 0.9, 1, 19, 0.95, 0.99, []);

        Assert.Empty(new QualityCriteria().Reasons(good, isEmpty: false));
        Assert.Equal(
            ["Only 12% of it lies on the thorax."], new QualityCriteria().Reasons(good with { ThoraxShare = 0.12 }, isEmpty: false).Select(reason => reason.ToString()));
    }

    [Fact]
    public void Where_the_lungs_are_known_the_share_is_theirs_and_the_third_with_most_of_it_is_named()
    {
        using var network = new LinearNetwork([.. Enumerable.Range(0, Side * Side).Select(i => i % Side is >= 7 and < 12 && i / Side is >= 21 and < 25 ? 0.05f : 0)]);
        var method = new IntegratedGradients(steps: 2, samples: 1, noise: 0);
        var request = Request(network) with { Lungs = Chest.Field() };

        var quality = new QualityMeter().Measure(request, method, SaliencyMap.Of(request, "PNEUMONIA", method));

        Assert.True(quality.IsOfLungs);
        Assert.InRange(quality.ThoraxShare, 0.5, 1);
        Assert.Equal((LungSide.Right, LungLevel.Lower), (quality.Zone!.Side, quality.Zone.Level));
        Assert.InRange(quality.Zone.Share, 0.25, 1);
        Assert.Equal(
            ["Only 12% of it lies in the lungs."], new QualityCriteria().Reasons(quality with { ThoraxShare = 0.12 }, isEmpty: false).Select(reason => reason.ToString()));
    }

    [Fact]
    public void Measuring_can_be_cancelled()
    {
        using var network = Patch();
        var request = Request(network);
        var map = SaliencyMap.Of(request, "PNEUMONIA", new GradCam());

        Assert.Throws<OperationCanceledException>(() => new QualityMeter().Measure(
            request with { Cancellation = new CancellationToken(canceled: true) }, new GradCam(), map));
    }

    private static ExplanationQuality Measure(Network network, IExplanationMethod method, out SaliencyMap map)
    {
        var request = Request(network);
        map = SaliencyMap.Of(request, "PNEUMONIA", method);
        return new QualityMeter().Measure(request, method, map);
    }

    private static ExplanationRequest Request(Network network) => Requests.Of(network, ones([1, 1, Side, Side]), 1);

    /// <summary>Only a patch in the middle counts.</summary>
    private static LinearNetwork Patch() => new([.. Enumerable.Range(0, Side * Side)
        .Select(i => i % Side is >= 12 and < 20 && i / Side is >= 14 and < 22 ? 0.05f : 0)]);

    /// <summary>Marks another corner with every image.</summary>
    private sealed class Dice : IExplanationMethod
    {
        private int _calls;

        public string Name => "dice";

        public string Title => "Dice";

        public bool IsSlow => false;

        public EvidenceMap Evidence(ExplanationRequest request) =>
            new(3, 3, _calls++ == 0 ? [1, 0, 0, 0, 0, 0, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 0, 0, 1]);
    }
}
