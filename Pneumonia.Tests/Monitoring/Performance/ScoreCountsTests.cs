using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Tests.Monitoring.Performance;

public sealed class ScoreCountsTests
{
    [Theory]
    [InlineData(0, 200, 300)]
    [InlineData(0.3, 175, 150)]
    [InlineData(0.4, 150, 100)]
    [InlineData(0.7, 75, 0)]
    [InlineData(1, 0, 0)]
    public void Verdicts_are_counted_at_any_threshold(double threshold, int tp, int fp)
    {
        var counts = ScoreCounts.Of(KnownModel.Evaluate());

        Assert.Equal(new ConfusionMatrix(tp, fp, 300 - fp, 200 - tp), counts.At(threshold));
        Assert.True(counts.IsExactAt(threshold));
    }

    [Fact]
    public void A_score_at_the_threshold_is_called_positive()
    {
        var counts = ScoreCounts.Of(new HeldOutScores([0.5, 0.9], [0.1, 0.5]), 2, 2);

        Assert.Equal(new ConfusionMatrix(2, 1, 1, 0), counts.At(0.5));
        Assert.Equal(new ConfusionMatrix(1, 0, 2, 1), counts.At(0.5000001));
    }

    [Fact]
    public void An_older_zip_gives_the_same_counts_where_its_curves_have_points_and_says_where_it_estimates()
    {
        var random = new Random(1);
        ScoredImage[] images = [.. Enumerable.Range(0, 800).Select(i => new ScoredImage(
            $"{i}", i % 4 > 0, 1 / (1 + Math.Exp((i % 4 > 0 ? -2 : 2) - (3 * (random.NextDouble() - 0.5) * 2)))))];
        var report = BinaryEvaluation.Evaluate(images, new EvaluationOptions { Data = "made", PositiveClass = "P", Resamples = 1 });
        var exact = ScoreCounts.Of(report);
        var older = ScoreCounts.Of(report with { Scores = null });

        Assert.Equal((exact.Positives, exact.Negatives), (older.Positives, older.Negatives));
        foreach (var threshold in Enumerable.Range(0, 1000).Select(i => i / 1000.0))
        {
            var (known, told) = (exact.At(threshold), older.At(threshold));
            Assert.True(!older.IsExactAt(threshold) || known == told, $"{threshold}: {known} and {told}");
            Assert.InRange(told.Fp, known.Fp - 25, known.Fp + 25);
        }
    }

    [Fact]
    public void So_many_scores_that_quantiles_stand_for_them_give_nearly_the_same_counts()
    {
        ScoredImage[] images = [.. Enumerable.Range(0, 9000).Select(i => new ScoredImage($"{i}", i % 3 == 0, i / 9000.0))];
        var scores = HeldOutScores.Of(images);

        var counts = ScoreCounts.Of(scores, 3000, 6000).At(0.25);

        Assert.Equal(HeldOutScores.MostOfAClass, scores.Positive.Count);
        Assert.InRange(counts.Tp, 2246, 2254);
        Assert.InRange(counts.Fp, 4493, 4507);
    }
}
