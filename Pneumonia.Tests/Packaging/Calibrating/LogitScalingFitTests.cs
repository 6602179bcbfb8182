using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Judging;
using Pneumonia.Model.Packaging.Calibrating;

namespace Pneumonia.Tests.Packaging.Calibrating;

/// <summary>Against scipy, whose values reference/generate_scaling.py made.</summary>
public sealed class LogitScalingFitTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Load().Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Temperature_and_biases_are_those_that_scipy_finds(int index)
    {
        var expected = Load()[index];

        var scaling = LogitScalingFit.Fit(expected.Logits, expected.Labels);

        Assert.Equal(expected.Temperature, scaling.Temperature, 1e-4 * expected.Temperature);
        Assert.All(expected.Bias.Zip(scaling.Bias), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        var loss = expected.Logits.Select((row, i) => -Math.Log(scaling.Probabilities(row)[expected.Labels[i]])).Sum();
        Assert.True(loss <= expected.Loss + 1e-7, $"{loss} is more than scipy's {expected.Loss}");
        Assert.All(expected.Probabilities.Index(), row => Assert.All(
            row.Item.Zip(scaling.Probabilities(expected.Logits[row.Index])), pair => Assert.Equal(pair.First, pair.Second, 1e-5)));
    }

    [Theory]
    [InlineData(2, 0.01)]
    [InlineData(2, 3)]
    [InlineData(2, 1000)]
    [InlineData(3, 0.3)]
    [InlineData(3, 30)]
    [InlineData(4, 300)]
    public void No_temperature_has_a_greater_likelihood_and_every_class_has_its_share(int classes, double sharpness)
    {
        var random = new Random(11);
        int[] labels = [.. Enumerable.Range(0, 200).Select(i => i < classes ? i : Math.Min(random.Next(3 * classes), classes - 1))];
        float[][] logits = [.. labels.Select(label => Enumerable.Range(0, classes)
            .Select(c => (float)(sharpness * (random.NextDouble() + random.NextDouble() + (c == label ? 0.8 : 0)))).ToArray())];

        var scaling = LogitScalingFit.Fit(logits, labels);

        for (var c = 0; c < classes; c++)
        {
            Assert.Equal(labels.Count(label => label == c) / 200.0, logits.Average(row => scaling.Probabilities(row)[c]), 1e-7);
        }

        foreach (var factor in new[] { 0.5, 0.9, 0.99, 1.01, 1.1, 2 })
        {
            var hotter = scaling with
            {
                Temperature = Math.Clamp(scaling.Temperature * factor, LogitScalingFit.LeastTemperature, LogitScalingFit.GreatestTemperature),
            };
            var biased = scaling with { Bias = [scaling.Bias[0] + factor - 1, .. scaling.Bias.Skip(1)] };
            Assert.All([hotter, biased], other => Assert.True(Loss(scaling) <= Loss(other), $"{other} is likelier than {scaling}"));
        }

        double Loss(LogitScaling by) => logits.Select((row, i) => -Math.Log(by.Probabilities(row)[labels[i]])).Sum();
    }

    [Fact]
    public void Classes_told_apart_without_error_give_the_least_temperature() =>
        Assert.Equal(LogitScalingFit.LeastTemperature, LogitScalingFit.Fit([[4, -4], [-3, 3]], [0, 1]).Temperature);

    [Fact]
    public void A_network_that_is_always_wrong_gives_the_greatest_temperature() =>
        Assert.Equal(LogitScalingFit.GreatestTemperature, LogitScalingFit.Fit([[4, -4], [-3, 3]], [1, 0]).Temperature);

    [Fact]
    public void A_network_that_says_the_same_of_every_image_gives_the_shares_of_the_classes()
    {
        var scaling = LogitScalingFit.Fit([[1, 1], [1, 1], [1, 1], [1, 1]], [0, 1, 1, 1]);

        Assert.Equal(0.75, scaling.Probabilities([1, 1])[1], 1e-9);
    }

    [Fact]
    public void Logits_that_are_not_finite_are_refused() =>
        Assert.Throws<UserException>(() => LogitScalingFit.Fit([[float.NaN, 1], [1, 2]], [0, 1]));

    [Fact]
    public void No_image_is_refused() => Assert.Throws<UserException>(() => LogitScalingFit.Fit([], []));

    [Fact]
    public void A_class_without_an_image_is_refused() => Assert.Throws<UserException>(() => LogitScalingFit.Fit([[1, 2, 3], [1, 2, 3]], [0, 1]));

    private static IReadOnlyList<ScalingCase> Load() => JsonSerializer.Deserialize<IReadOnlyList<ScalingCase>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Statistics", "reference", "scaling.json")), ModelJson.Options)!;

    private sealed record ScalingCase(
        float[][] Logits, int[] Labels, double Temperature, double[] Bias, double Loss, double[][] Probabilities);
}
