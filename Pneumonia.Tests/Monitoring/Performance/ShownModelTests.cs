using Pneumonia.Blazor.Monitoring.Performance;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Monitoring.Performance;

public sealed class ShownModelTests
{
    private readonly ShownModel _model = new(KnownModel.Create() with { Calibration = Calibrated(KnownModel.Create().Calibration) });

    [Fact]
    public void Predictive_values_follow_the_prevalence_and_rates_do_not()
    {
        var heldOut = _model.At(new ChosenPoint(0.4, 0.4));
        var rare = _model.At(new ChosenPoint(0.4, 0.1));

        Assert.Equal((0.75, 0.6), (heldOut.Sensitivity.Value, heldOut.Ppv!.Value), Close);
        Assert.Equal((heldOut.Sensitivity, heldOut.Specificity), (rare.Sensitivity, rare.Specificity));
        Assert.Equal((0.2, 0.96), (rare.Ppv!.Value, rare.Npv!.Value), Close);
    }

    [Fact]
    public void Without_a_positive_verdict_there_is_no_positive_predictive_value()
    {
        var nobody = _model.At(new ChosenPoint(1, 0.4));

        Assert.Null(nobody.Ppv);
        Assert.Equal(0.6, nobody.Npv!.Value, 1e-12);
    }

    // By hand after Vickers and Elkin (2006): 0.75 of 0.4 found, less a third of 0.6 alarmed at odds of 2 to 3.
    [Fact]
    public void The_net_benefit_weighs_false_alarms_by_the_odds_of_the_threshold()
    {
        var figures = _model.At(new ChosenPoint(0.4, 0.4));

        Assert.Equal(0.4, figures.DecisionProbability, 1e-12);
        Assert.Equal(0.3 - (0.2 * 2 / 3), figures.NetBenefit, 1e-12);
        Assert.Equal(0.4 - (0.6 * 2 / 3), figures.NetBenefitOfAll, 1e-12);
        var curve = _model.NetBenefit(0.4).Single(point => Math.Abs(point.X - 0.4) < 1e-9);
        Assert.Equal(figures.NetBenefit, curve.Y, 1e-9);
    }

    [Fact]
    public void Precision_and_calibrated_probabilities_move_with_the_prevalence()
    {
        var (before, after) = (_model.PrecisionRecall(0.4), _model.PrecisionRecall(0.1));
        Assert.Equal(_model.Report.PrecisionRecall.Select(point => point.Y), before.Select(point => point.Y), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(0.1, after[^1].Y, 1e-12);

        // Odds of 2 to 3 become odds of 1 to 9: a sixth.
        var (held, moved) = (_model.Reliability(0.4), _model.Reliability(0.1));
        Assert.All(held.Zip(moved), pair => Assert.Equal(
            Odds(pair.First.X) / 6, Odds(pair.Second.X), 1e-9));
    }

    private static Calibration Calibrated(Calibration calibration) => calibration with { Prevalence = 0.4 };

    private static double Odds(double probability) => probability / (1 - probability);

    private static bool Close((double A, double B) one, (double A, double B) other) =>
        Math.Abs(one.A - other.A) < 1e-12 && Math.Abs(one.B - other.B) < 1e-12;
}
