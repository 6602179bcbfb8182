using System.Text.Json;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class CalibrationLineFitTests
{
    [Fact]
    public void Slope_and_intercepts_are_those_of_scikit_learn_and_their_errors_those_of_numpy() =>
        Assert.All(StatisticsReference.Of("lines"), expected =>
        {
            var line = CalibrationLineFit.Of(expected.Images())!;

            AssertEqual(expected.Numbers("slope"), line.Slope);
            AssertEqual(expected.Numbers("intercept"), line.Intercept);
            AssertEqual(expected.Numbers("inTheLarge"), line.InTheLarge);
        });

    [Fact]
    public void Log_odds_doubled_halve_the_slope_and_its_error()
    {
        var images = StatisticsReference.Named("lines", "one image each").Images();
        var before = CalibrationLineFit.Of(images)!;

        var after = CalibrationLineFit.Of([.. images.Select(image =>
        {
            var odds = Math.Pow(image.Score / (1 - image.Score), 2);
            return image with { Score = odds / (1 + odds) };
        })])!;

        Assert.Equal(before.Slope.Value / 2, after.Slope.Value, 1e-9);
        Assert.Equal(before.Slope.StandardError / 2, after.Slope.StandardError, 1e-9);
        Assert.Equal(before.Intercept.Value, after.Intercept.Value, 1e-9);
    }

    [Theory]
    [InlineData(0.9, 0.8, 0.3, 0.2)]
    [InlineData(0.9, 0.8, 0.8, 0.2)]
    [InlineData(0.1, 0.2, 0.8, 0.9)]
    [InlineData(0.4, 0.4, 0.4, 0.4)]
    [InlineData(0.4, 0.4 + 2e-16, 0.4, 0.4 + 1e-16)]
    [InlineData(0.5000000000000001, 0.5, 0.5000000000000001, 0.5)]
    public void Where_no_line_fits_best_there_is_none(double first, double second, double third, double fourth) => Assert.Null(
        CalibrationLineFit.Of([new("a", true, first), new("b", true, second), new("c", false, third), new("d", false, fourth)]));

    [Fact]
    public void Certainties_of_0_and_1_that_are_wrong_are_borne()
    {
        ScoredImage[] images =
            [.. Enumerable.Range(0, 40).Select(i => new ScoredImage($"p{i}", i % 4 != 0, i % 10 == 0 ? 1 : i % 10 == 1 ? 0 : (i % 7 + 1) / 9.0))];

        var line = CalibrationLineFit.Of(images)!;

        Assert.All(new[] { line.Slope, line.Intercept, line.InTheLarge }, coefficient =>
        {
            Assert.True(double.IsFinite(coefficient.Value));
            Assert.True(double.IsFinite(coefficient.StandardError) && coefficient.StandardError > 0);
        });
    }

    [Fact]
    public void Only_value_and_error_are_stored() =>
        Assert.Equal("""{"Value":1.5,"StandardError":0.25}""", JsonSerializer.Serialize(new Coefficient(1.5, 0.25)));

    private static void AssertEqual(double[] expected, Coefficient coefficient)
    {
        Assert.Equal(expected[0], coefficient.Value, 1e-5);
        Assert.Equal(expected[1], coefficient.StandardError, 1e-5);
    }
}
