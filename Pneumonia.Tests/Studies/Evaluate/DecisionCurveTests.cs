using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class DecisionCurveTests
{
    [Fact]
    public void Net_benefit_is_that_of_scikit_learns_confusion_matrices() => Assert.All(StatisticsReference.Of("lines"), expected =>
    {
        var curve = DecisionCurve.Of(expected.Images());
        var rows = expected.GetProperty("netBenefit").EnumerateArray().ToArray();

        Assert.Equal(rows.Length, curve.Count);
        Assert.All(rows.Zip(curve), pair =>
        {
            Assert.Equal(pair.First[0].GetDouble(), pair.Second.Threshold, 1e-12);
            Assert.Equal(pair.First[1].GetDouble(), pair.Second.Model, 1e-9);
            Assert.Equal(pair.First[2].GetDouble(), pair.Second.TreatAll, 1e-9);
        });
    });

    [Fact]
    public void Treating_all_is_worth_nothing_where_the_threshold_is_the_prevalence()
    {
        ScoredImage[] images = [new("a", true, 0.9), new("b", false, 0.2), new("c", false, 0.3), new("d", false, 0.6)];

        Assert.Equal(0, DecisionCurve.Of(images).Single(point => point.Threshold == 0.25).TreatAll, 1e-12);
    }

    [Fact]
    public void The_net_benefit_is_counted_in_true_positives() =>
        Assert.Equal(0.08 - (0.4 / 9), DecisionCurve.NetBenefit(0.08, 0.4, 0.1), 1e-12);
}
