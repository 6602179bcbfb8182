using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Judging;

public sealed class TriageReportTests
{
    private static readonly TriageLimits s_limits = new(new RiskBound(0.1, 0.01, 300), new RiskBound(0.8, 0.02, 120));

    [Theory]
    [InlineData(0.0999, Triage.RuleOut)]
    [InlineData(0.1, Triage.CannotSay)]
    [InlineData(0.7999, Triage.CannotSay)]
    [InlineData(0.8, Triage.RuleIn)]
    public void Below_the_one_limit_is_ruled_out_and_from_the_other_up_ruled_in(double score, Triage triage) =>
        Assert.Equal(triage, s_limits.Of(score));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_a_limit_there_is_no_such_verdict(double score) =>
        Assert.Equal(Triage.CannotSay, new TriageLimits(s_limits.RuleOut with { Limit = null }, s_limits.RuleIn with { Limit = null }).Of(score));

    [Fact]
    public void Groups_count_images_and_error_rates_count_patients()
    {
        ScoredImage[] images =
        [
            new("a", true, 0.05), new("a", true, 0.9), new("b", true, 0.5), new("c", true, 0.95),
            new("d", false, 0.01), new("d", false, 0.02), new("e", false, 0.85), new("e", false, 0.86), new("f", false, 0.3),
        ];

        var report = TriageReport.Of([.. images.Select(image => (image, s_limits.Of(image.Score)))]);

        Assert.Equal(
            [(Triage.RuleOut, 1, 2), (Triage.CannotSay, 1, 1), (Triage.RuleIn, 2, 2)],
            report.Groups.Select(group => (group.Triage, group.Positive, group.Negative)));
        Assert.Equal(Wilson.Interval(3, 9), report.Groups[0].Share);
        Assert.Equal(Wilson.Interval(1, 3), report.Groups[0].PositiveShare);
        Assert.Equal((3, 3), (report.PositivePatients, report.NegativePatients));
        Assert.Equal(Wilson.Interval(1, 3), report.Missed);
        Assert.Equal(Wilson.Interval(1, 3), report.FalseRuleIns);
    }
}
