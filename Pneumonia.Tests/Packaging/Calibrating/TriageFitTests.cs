using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Tests.Judging;

namespace Pneumonia.Tests.Packaging.Calibrating;

public sealed class TriageFitTests
{
    private const int Draws = 800;
    private const double Threshold = 0.5;

    [Theory]
    [MemberData(nameof(RiskReference.Names), MemberType = typeof(RiskReference))]
    public void The_limits_are_those_of_the_definition(string name)
    {
        var expected = RiskReference.Named(name);

        var limits = TriageFit.Fit(expected.Images, new TriageRisks(expected.RuleOutRisk, expected.RuleInRisk), expected.Threshold);

        Equal(expected.RuleOut, limits.RuleOut.Limit);
        Equal(expected.RuleIn, limits.RuleIn.Limit);
        Assert.Equal((expected.PositivePatients, expected.NegativePatients), (limits.RuleOut.Patients, limits.RuleIn.Patients));
        Assert.Equal((expected.RuleOutRisk, expected.RuleInRisk), (limits.RuleOut.Risk, limits.RuleIn.Risk));
    }

    [Theory]
    [InlineData(149, 0.02)]
    [InlineData(60, 0.05)]
    public void Among_new_patients_the_mean_error_rates_keep_to_the_risks_and_nearly_use_them_up(int patients, double risk)
    {
        var random = new Random(20261121);
        var (missed, alarms, singles) = (0.0, 0.0, 0.0);
        const int Fresh = 50;
        for (var draw = 0; draw < Draws; draw++)
        {
            var limits = TriageFit.Fit([.. Patients(random, patients)], new TriageRisks(risk, risk), Threshold);
            var report = TriageReport.Of([.. Patients(random, Fresh).Select(image => (image, limits.Of(image.Score)))]);
            missed += report.Missed.Value / Draws;
            alarms += report.FalseRuleIns.Value / Draws;
            singles += report.Groups[0].Positive / (double)report.Groups.Sum(group => group.Positive) / Draws;
        }

        // The standard error of these means is 0.001 to 0.0015.
        Assert.InRange(missed, 0.6 * risk, risk + 0.002);
        Assert.InRange(alarms, 0.6 * risk, risk + 0.002);
        Assert.InRange(singles, 0, missed);
    }

    // Of 99 patients, each in two versions: a rate of 2% allows (k / 2 + 1) / 100 <= 0.02, so two versions with a wrong verdict.
    [Fact]
    public void Under_changes_of_machine_a_patients_loss_is_the_share_of_wrong_versions()
    {
        TriageImage[] images =
        [
            .. Enumerable.Range(0, 99).Select(i => new TriageImage($"p{i}", true, [0.6 + (i / 1000.0), 0.7 + (i / 1000.0)])),
            .. Enumerable.Range(0, 99).Select(i => new TriageImage($"n{i}", false, [i / 500.0, i switch { 0 => 0.99, 1 => 0.9, 2 => 0.3, _ => 0 }])),
        ];

        var limits = TriageFit.Fit(images, new TriageRisks(0.02, 0.02), Threshold);

        Assert.InRange(limits.RuleIn.Limit!.Value, Threshold, 0.9);
        Assert.Equal(Triage.RuleIn, limits.Of(0.9));
        Assert.Equal(2, images.Where(image => !image.Positive).Sum(image => image.Scores.Count(score => limits.Of(score) == Triage.RuleIn)));
        Assert.Equal((99, 99), (limits.RuleOut.Patients, limits.RuleIn.Patients));
    }

    [Fact]
    public void Patients_that_count_more_keep_the_limits_away()
    {
        TriageImage[] Images(double weight) =>
        [
            .. Enumerable.Range(0, 200).Select(i => new TriageImage($"p{i}", true, [i < 5 ? 0.02 * i : 0.9 + (i / 10000.0)])),
            .. Enumerable.Range(0, 200).Select(i => new TriageImage($"n{i}", false, [i < 3 ? 0.8 + (i / 100.0) : i / 1000.0]) { Weight = i < 3 ? weight : 1 }),
        ];

        Assert.Equal(Triage.RuleIn, TriageFit.Fit(Images(1), new TriageRisks(0.01, 0.02), Threshold).Of(0.82));
        Assert.Equal(Triage.CannotSay, TriageFit.Fit(Images(15), new TriageRisks(0.01, 0.02), Threshold).Of(0.82));
    }

    [Theory]
    [InlineData(98, false)]
    [InlineData(99, true)]
    public void One_percent_takes_99_patients_and_with_fewer_nothing_is_ruled_out(int positives, bool enough)
    {
        ScoredImage[] images =
        [
            .. Enumerable.Range(0, positives).Select(i => new ScoredImage($"p{i}", true, 0.6 + (i / 1000.0))),
            .. Enumerable.Range(0, 200).Select(i => new ScoredImage($"n{i}", false, i / 500.0)),
        ];

        var limits = TriageFit.Fit(images, new TriageRisks(0.01, 0.02), Threshold);

        Assert.Equal(99, limits.RuleOut.LeastPatients);
        Assert.Equal(49, limits.RuleIn.LeastPatients);
        Assert.Equal(enough, limits.RuleOut.Limit is not null);
        Assert.Equal(enough ? Triage.RuleOut : Triage.CannotSay, limits.Of(0));
        Assert.Equal(Triage.RuleIn, limits.Of(1));
    }

    [Fact]
    public void Many_images_of_one_patient_are_one_patient()
    {
        ScoredImage[] images =
        [
            .. Enumerable.Range(0, 500).Select(i => new ScoredImage($"p{i % 50}", true, 0.9)),
            .. Enumerable.Range(0, 500).Select(i => new ScoredImage($"n{i % 50}", false, 0.1)),
        ];

        var limits = TriageFit.Fit(images, new TriageRisks(0.01, 0.02), Threshold);

        Assert.Equal((50, 50), (limits.RuleOut.Patients, limits.RuleIn.Patients));
        Assert.Null(limits.RuleOut.Limit);
        Assert.NotNull(limits.RuleIn.Limit);
    }

    [Fact]
    public void Between_classes_that_lie_apart_it_cannot_say_for_nobody_was_seen_there()
    {
        var limits = TriageFit.Fit(Apart(), new TriageRisks(0.01, 0.01), Threshold);

        Assert.InRange(limits.RuleOut.Limit!.Value, 0.2, 0.5);
        Assert.InRange(limits.RuleIn.Limit!.Value, 0.5, 0.8);
        Assert.Equal([Triage.RuleOut, Triage.RuleIn], new[] { 0.199, 0.8 }.Select(limits.Of));
        Assert.Equal(Triage.CannotSay, limits.Of(0.5));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.97)]
    public void Nothing_is_ruled_out_that_is_called_positive_and_nothing_ruled_in_that_is_not(double threshold)
    {
        var images = RiskReference.Named("hard").Images;

        var limits = TriageFit.Fit(images, new TriageRisks(0.3, 0.3), threshold);

        Assert.True(limits.RuleOut.Limit <= threshold);
        Assert.True(limits.RuleIn.Limit >= threshold);
        Assert.All(images, image => Assert.False(limits.Of(image.Score) == (image.Score >= threshold ? Triage.RuleOut : Triage.RuleIn)));
    }

    [Fact]
    public void Scores_of_1_among_the_negatives_leave_no_room_for_ruling_in()
    {
        ScoredImage[] images = [.. Apart().Select(image => image.Positive ? image : image with { Score = 1 })];

        Assert.Null(TriageFit.Fit(images, new TriageRisks(0.01, 0.01), Threshold).RuleIn.Limit);
    }

    [Theory]
    [InlineData(0, 0.02)]
    [InlineData(0.01, 1)]
    [InlineData(double.NaN, 0.02)]
    public void A_risk_out_of_range_is_refused(double ruleOut, double ruleIn) =>
        Assert.Contains("risk must be", Assert.Throws<UserException>(() => TriageFit.Fit(Apart(), new TriageRisks(ruleOut, ruleIn), Threshold)).Message);

    [Fact]
    public void A_score_that_is_no_number_is_refused() => Assert.Contains("not a probability", Assert.Throws<UserException>(
        () => TriageFit.Fit([new ScoredImage("p", true, double.NaN)], new TriageRisks(), Threshold)).Message);

    private static ScoredImage[] Apart() =>
    [
        .. Enumerable.Range(0, 120).Select(i => new ScoredImage($"p{i}", true, 0.8 + (i / 1000.0))),
        .. Enumerable.Range(0, 120).Select(i => new ScoredImage($"n{i}", false, 0.2 - (i / 1000.0))),
    ];

    // As many positive patients as negative ones, of one to three images that resemble each other.
    private static IEnumerable<ScoredImage> Patients(Random random, int each)
    {
        for (var patient = 0; patient < 2 * each; patient++)
        {
            var positive = patient % 2 == 0;
            var level = (positive ? 1.2 : -1.2) + Normal(random);
            for (var image = random.Next(3); image >= 0; image--)
            {
                yield return new ScoredImage($"{patient}", positive, 1 / (1 + Math.Exp(-level - (0.5 * Normal(random)))));
            }
        }
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static void Equal(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.Equal(expected ?? 0, actual ?? 0, 1e-12);
    }
}
