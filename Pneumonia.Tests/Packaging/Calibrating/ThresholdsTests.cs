using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Packaging.Calibrating;

public sealed class ThresholdsTests
{
    private static readonly ScoredImage[] s_images =
    [
        new("a", true, 0.9), new("b", true, 0.8), new("c", false, 0.8), new("d", true, 0.6), new("e", false, 0.4), new("f", false, 0.1),
    ];

    [Fact]
    public void Youden_lies_halfway_between_the_neighbouring_scores()
    {
        var point = Thresholds.Youden(s_images);

        Assert.Equal("balanced", point.Name);
        Assert.Equal(0.5, point.Threshold, 1e-12);
        Assert.Equal(1, point.Sensitivity.Value);
        Assert.Equal(2 / 3.0, point.Specificity.Value, 1e-12);
        Assert.Equal((3, 3), (point.Positives, point.Negatives));
    }

    [Theory]
    [InlineData("untied")]
    [InlineData("tied")]
    [InlineData("saturated")]
    public void Each_point_has_the_rates_that_an_evaluation_finds_there(string name)
    {
        var images = Reference.Named(name).Images;
        foreach (var point in new[]
        {
            Thresholds.Youden(images), Thresholds.ForSensitivity(images, 0.9), Thresholds.ForSpecificity(images, 0.7),
        })
        {
            var report = BinaryEvaluation.Evaluate(images, new EvaluationOptions
            {
                Data = name, PositiveClass = "PNEUMONIA", Threshold = point.Threshold, Resamples = 1,
            });

            Assert.Equal(report.Sensitivity, point.Sensitivity);
            Assert.Equal(report.Specificity, point.Specificity);
        }
    }

    [Theory]
    [InlineData("untied")]
    [InlineData("tied")]
    [InlineData("saturated")]
    public void Youden_is_the_best_corner_of_the_roc_curve(string name)
    {
        var expected = Reference.Named(name);
        var point = Thresholds.Youden(expected.Images);

        Assert.Equal(
            expected.Roc.Max(corner => corner[1] - corner[0])!.Value,
            point.Sensitivity.Value + point.Specificity.Value - 1,
            1e-12);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.98)]
    [InlineData(1)]
    public void A_wanted_sensitivity_is_reached_at_the_best_specificity(double target)
    {
        var expected = Reference.Named("untied");
        var point = Thresholds.ForSensitivity(expected.Images, target);

        Assert.True(point.Sensitivity.Value >= target);
        Assert.Equal(
            1 - expected.Roc.Where(corner => corner[1] >= target).Min(corner => corner[0])!.Value, point.Specificity.Value, 1e-12);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.98)]
    [InlineData(1)]
    public void A_wanted_specificity_is_reached_at_the_best_sensitivity(double target)
    {
        var expected = Reference.Named("untied");
        var point = Thresholds.ForSpecificity(expected.Images, target);

        Assert.True(point.Specificity.Value >= target);
        Assert.Equal(
            expected.Roc.Where(corner => 1 - corner[0] >= target).Max(corner => corner[1])!.Value, point.Sensitivity.Value, 1e-12);
    }

    [Fact]
    public void Scores_a_bit_apart_are_still_told_apart()
    {
        var point = Thresholds.Youden([new("a", true, Math.BitIncrement(0.5)), new("b", false, 0.5)]);

        Assert.Equal(Math.BitIncrement(0.5), point.Threshold);
        Assert.Equal(1, point.Specificity.Value);
    }

    [Fact]
    public void A_specificity_that_certain_false_alarms_rule_out_is_refused() => Assert.Equal(
        "strict: no threshold reaches a specificity of 0.9.",
        Assert.Throws<UserException>(() =>
            Thresholds.ForSpecificity([new("a", true, 0.3), new("b", false, 1)], 0.9, "strict")).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_sensitivity_out_of_range_is_refused(double target) =>
        Assert.Throws<UserException>(() => Thresholds.ForSensitivity(s_images, target));
}
