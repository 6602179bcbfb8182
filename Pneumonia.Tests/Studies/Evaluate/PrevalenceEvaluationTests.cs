using Pneumonia.Core;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class PrevalenceEvaluationTests
{
    [Fact]
    public void Figures_are_those_of_counting_a_crowd_of_that_prevalence() => Assert.All(StatisticsReference.Of("prevalence"), expected =>
    {
        var counts = expected.Numbers("confusion");
        var figures = PrevalenceEvaluation.At(
            new ConfusionMatrix((int)counts[0], (int)counts[1], (int)counts[2], (int)counts[3]),
            expected.Number("threshold"), expected.Number("calibratedFor"), expected.Number("prevalence"));

        Assert.Equal(expected.Number("moved"), figures.Threshold, 1e-9);
        AssertEqual(expected.Numbers("ppv"), figures.Ppv);
        AssertEqual(expected.Numbers("npv"), figures.Npv);
        AssertEqual(expected.Numbers("accuracy"), figures.Accuracy);
        Assert.Equal(expected.Number("netBenefit"), figures.NetBenefit, 1e-9);
        Assert.Equal(expected.Number("treatAll"), figures.TreatAll, 1e-9);
    });

    [Fact]
    public void At_the_prevalence_of_the_images_they_are_the_images_own_shares()
    {
        var figures = PrevalenceEvaluation.At(new ConfusionMatrix(45, 20, 130, 5), 0.3, 0.25, 0.25);

        Assert.Equal(45 / 65.0, figures.Ppv.Value, 1e-12);
        Assert.Equal(130 / 135.0, figures.Npv.Value, 1e-12);
        Assert.Equal(175 / 200.0, figures.Accuracy.Value, 1e-12);
        Assert.Equal(0.3, figures.Threshold, 1e-12);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(0, 10)]
    public void Verdicts_of_one_kind_only_give_no_nan(int right, int wrong)
    {
        var figures = PrevalenceEvaluation.At(new ConfusionMatrix(right, 10 - wrong, wrong, 10 - right), 1, 0.5, 0.2);

        Assert.All(new[] { figures.Ppv, figures.Npv, figures.Accuracy }, figure => Assert.InRange(figure.Value, figure.Low, figure.High));
        Assert.True(double.IsFinite(figures.NetBenefit) && double.IsFinite(figures.TreatAll));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_prevalence_out_of_range_is_refused(double prevalence) =>
        Assert.Throws<UserException>(() => PrevalenceEvaluation.At(new ConfusionMatrix(1, 1, 1, 1), 0.5, 0.5, prevalence));

    private static void AssertEqual(double[] expected, Estimate figure)
    {
        Assert.Equal(expected[0], figure.Value, 1e-12);
        Assert.Equal(expected[1], figure.Low, 1e-9);
        Assert.Equal(expected[2], figure.High, 1e-9);
    }
}
