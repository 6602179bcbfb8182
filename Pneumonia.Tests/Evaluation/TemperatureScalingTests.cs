using Pneumonia.Model;
using Pneumonia.Model.Evaluation;

namespace Pneumonia.Tests.Evaluation;

public sealed class TemperatureScalingTests
{
    [Fact]
    public void The_temperature_is_the_one_that_scipy_finds() =>
        Assert.All(Reference.Load().Temperatures, expected =>
            Assert.Equal(expected.Temperature, TemperatureScaling.Fit(expected.Logits, expected.Labels), 1e-5 * expected.Temperature));

    [Fact]
    public void Classes_told_apart_without_error_give_the_least_temperature() =>
        Assert.Equal(TemperatureScaling.Least, TemperatureScaling.Fit([[4, -4], [-3, 3]], [0, 1]));

    [Fact]
    public void A_network_that_is_always_wrong_gives_the_greatest_temperature() =>
        Assert.Equal(TemperatureScaling.Greatest, TemperatureScaling.Fit([[4, -4], [-3, 3]], [1, 0]));

    [Fact]
    public void Probabilities_sum_to_one_however_large_the_logits()
    {
        var probabilities = TemperatureScaling.Probabilities([1e30f, 3, -1e30f], 0.05);

        Assert.Equal([1, 0, 0], probabilities);
    }

    [Fact]
    public void Logits_that_are_not_finite_are_refused() =>
        Assert.Throws<UserException>(() => TemperatureScaling.Fit([[float.NaN, 1]], [0]));

    [Fact]
    public void No_image_is_refused() => Assert.Throws<UserException>(() => TemperatureScaling.Fit([], []));
}
