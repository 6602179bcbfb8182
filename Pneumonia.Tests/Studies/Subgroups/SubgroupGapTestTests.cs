using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Subgroups;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Subgroups;

public sealed class SubgroupGapTestTests
{
    [Fact]
    public void Differences_and_their_errors_are_those_of_scikit_learn_and_an_independent_bootstrap()
    {
        var expected = Assert.Single(StatisticsReference.Of("gaps"));
        string?[] groups = [.. expected.GetProperty("images").EnumerateArray().Select(image => image[3].GetString())];

        var gaps = SubgroupGapTest.Run([new SubgroupKind("kind", groups)], expected.Images(), expected.Number("threshold"), seed: 3);

        Assert.All(expected.GetProperty("differences").EnumerateObject(), difference =>
        {
            var gap = gaps.Single(each => $"{each.Figure} {each.Name}".Equals(difference.Name, StringComparison.OrdinalIgnoreCase));
            var (value, error) = (difference.Value[0].GetDouble(), difference.Value[1].GetDouble());
            Assert.Equal(value, gap.Difference.Value, 1e-12);
            Assert.InRange((gap.Difference.High - gap.Difference.Low) / (2 * NormalDistribution.Quantile975 * error), 0.9, 1.1);
            Assert.Equal(NormalDistribution.TwoSided(value / error), gap.P, 0.05);
        });
        Assert.Equal(("B", "A"), (gaps.Single(gap => gap.Figure == GapFigure.Sensitivity).Against, gaps[^3].Name));
        Assert.DoesNotContain(gaps, gap => gap.Flagged);
    }

    [Fact]
    public void Holms_correction_is_that_of_numpy()
    {
        var expected = Assert.Single(StatisticsReference.Of("holm"));

        Assert.Equal(expected.Numbers("adjusted"), Holm.Adjust(expected.Numbers("raw")), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_group_that_is_served_badly_is_flagged_and_the_others_are_not()
    {
        var gaps = Gaps(i => i % 4 == 0 && i % 3 == 0 ? 0.6 : 0.1);

        var flagged = Assert.Single(gaps, gap => gap.Flagged && gap.Figure == GapFigure.Specificity);
        Assert.Equal(("machine", "even", "odd"), (flagged.Kind, flagged.Name, flagged.Against));
        Assert.True(flagged.Difference.High < 0 && flagged.P <= flagged.AdjustedP);
        Assert.DoesNotContain(gaps, gap => gap.Flagged && gap.Kind == "side");
    }

    [Fact]
    public void Groups_of_too_few_images_are_not_compared() => Assert.Empty(SubgroupGapTest.Run(
        [new SubgroupKind("machine", [.. Enumerable.Range(0, 40).Select(i => i < 18 ? "new" : "old")])],
        [.. Enumerable.Range(0, 40).Select(i => new ScoredImage($"p{i}", i % 2 == 0, 0.5))], 0.5, seed: 0));

    // 400 images, every fourth and every odd one positive; negative ones score as told, positive ones 0.9.
    private static IReadOnlyList<SubgroupGap> Gaps(Func<int, double> negative)
    {
        ScoredImage[] images = [.. Enumerable.Range(0, 400).Select(i =>
            new ScoredImage($"p{i}", i % 4 is 1 or 2, i % 4 is 1 or 2 ? 0.9 - (i % 7 / 100.0) : negative(i)))];
        return SubgroupGapTest.Run(
            [
                new SubgroupKind("machine", [.. images.Select((_, i) => i % 2 == 0 ? "even" : "odd")]),
                new SubgroupKind("side", [.. images.Select((_, i) => i / 2 % 2 == i / 9 % 2 ? "left" : "right")]),
            ],
            images, 0.5, seed: 1);
    }
}
