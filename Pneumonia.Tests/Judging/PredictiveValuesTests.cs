using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Judging;

public sealed class PredictiveValuesTests
{
    [Fact]
    public void They_follow_from_the_rates_by_bayes()
    {
        var values = PredictiveValues.At(0.1, new Estimate(0.9, 0.8, 1), new Estimate(0.95, 0.9, 1));

        // Of 1000 patients 100 are positive: 90 called, 10 not; of the 900 others 45 are called.
        Assert.Equal(90 / 135.0, values.Ppv.Value, 1e-12);
        Assert.Equal(855 / 865.0, values.Npv.Value, 1e-12);
        Assert.Equal(80 / 170.0, values.Ppv.Low, 1e-12);
        Assert.Equal(810 / 830.0, values.Npv.Low, 1e-12);
        Assert.Equal((1, 1), (values.Ppv.High, values.Npv.High));
    }

    [Fact]
    public void At_the_images_own_prevalence_they_are_the_shares_counted_there()
    {
        var values = PredictiveValues.At(0.4, Wilson.Interval(30, 40), Wilson.Interval(48, 60));

        Assert.Equal(30 / 42.0, values.Ppv.Value, 1e-12);
        Assert.Equal(48 / 58.0, values.Npv.Value, 1e-12);
    }

    [Fact]
    public void Without_a_positive_verdict_none_is_right() =>
        Assert.Equal(0, PredictiveValues.At(0.4, new Estimate(0, 0, 0.1), new Estimate(1, 0.9, 1)).Ppv.Value);
}
