using Pneumonia.Core.Data;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Packaging.Calibrating;

namespace Pneumonia.Tests.Packaging.Calibrating;

public sealed class OutsideOddsTests
{
    private const int Count = 3000;

    // One feature tells the class by a marker: of the positive images 80% have it, of the negative 20%. Another is noise.
    [Fact]
    public void Weighted_the_outside_tells_nothing_and_the_classes_keep_their_shares()
    {
        var random = new Random(11);
        bool[] positive = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble() < 0.7)];
        float[][] features = [.. positive.Select(isPositive => new[] { random.NextDouble() < (isPositive ? 0.8 : 0.2) ? 1f : 0f, random.NextSingle() })];
        XRay[] images = [.. positive.Select((isPositive, i) => new XRay($"{i}.png", isPositive ? "PNEUMONIA" : "NORMAL", null, $"p{i}", null, null))];

        var weights = OutsideOdds.Weights(images, features, positive, seed: 1);

        double Sum(Func<int, bool> which) => Enumerable.Range(0, Count).Where(which).Sum(i => weights[i]);
        double Marked(bool isPositive) => Sum(i => positive[i] == isPositive && features[i][0] == 1) / Sum(i => positive[i] == isPositive);
        Assert.Equal(Marked(true), Marked(false), 0.03);
        Assert.Equal(positive.Average(isPositive => isPositive ? 1.0 : 0), Sum(i => positive[i]) / weights.Sum(), 0.02);
        Assert.Equal(1, weights.Average(), 0.02);

        // By Bayes' rule: P(+ | marker) = 0.7 * 0.8 / (0.7 * 0.8 + 0.3 * 0.2).
        var misled = Enumerable.Range(0, Count).Where(i => !positive[i] && features[i][0] == 1).Average(i => weights[i]);
        Assert.Equal(0.3 / (0.06 / 0.62), misled, 0.35);
    }

    [Fact]
    public void No_image_counts_more_than_the_most()
    {
        bool[] positive = [.. Enumerable.Range(0, 400).Select(i => i % 2 == 0)];
        float[][] features = [.. positive.Select((isPositive, i) => new[] { isPositive != i < 2 ? 1f : 0f })];
        XRay[] images = [.. positive.Select((isPositive, i) => new XRay($"{i}.png", isPositive ? "PNEUMONIA" : "NORMAL", null, $"p{i}", null, null))];

        var weights = OutsideOdds.Weights(images, features, positive, seed: 1);

        Assert.Equal(OutsideOdds.Most, weights[..2].Max());
        Assert.All(weights, weight => Assert.InRange(weight, 1 / OutsideOdds.Most, OutsideOdds.Most));
    }
}
