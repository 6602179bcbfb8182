using System.Diagnostics;
using Pneumonia.Core;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class BinaryEvaluationTests
{
    private static readonly EvaluationOptions s_options = new() { Data = "hold-out", PositiveClass = "PNEUMONIA", Threshold = 0.5, Seed = 1 };

    public static TheoryData<string> Cases => ["untied", "tied", "saturated"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Figures_are_those_of_scikit_learn(string name)
    {
        var expected = Reference.Named(name);
        var report = expected.Evaluate();

        foreach (var (figure, value) in expected.Figures)
        {
            Assert.Equal(value, Figure(report, figure).Value, 1e-9);
        }

        Assert.Equal(expected.Confusion, report.Confusion);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Proportions_have_the_wilson_intervals_of_scipy(string name)
    {
        var expected = Reference.Named(name);
        var report = expected.Evaluate();

        foreach (var (wanted, got) in new[]
        {
            (expected.Accuracy, report.Accuracy),
            (expected.Sensitivity, report.Sensitivity),
            (expected.Specificity, report.Specificity),
            (expected.Precision, report.Precision),
        })
        {
            Assert.Equal(wanted.Value, got.Value, 1e-12);
            Assert.Equal(wanted.Low, got.Low, 1e-9);
            Assert.Equal(wanted.High, got.High, 1e-9);
        }
    }

    [Fact]
    public void Bootstrap_intervals_are_those_of_an_independent_bootstrap_by_patient()
    {
        var expected = Reference.Named("untied");
        var report = expected.Evaluate();

        foreach (var (name, ends) in expected.Bootstrap!)
        {
            var figure = Figure(report, name);
            var tolerance = 0.12 * (ends[1] - ends[0]);
            Assert.InRange(figure.Low, Math.Min(ends[0], figure.Value) - tolerance, Math.Min(ends[0], figure.Value) + tolerance);
            Assert.InRange(figure.High, ends[1] - tolerance, ends[1] + tolerance);
        }
    }

    [Fact]
    public void Images_of_one_patient_are_drawn_together()
    {
        var alone = Reference.Named("untied").Images.Select((image, i) => image with { Patient = $"p{i}" }).ToArray();
        var fourfold = Enumerable.Repeat(alone, 4).SelectMany(images => images).ToArray();

        var once = BinaryEvaluation.Evaluate(alone, s_options).Auc;
        var repeated = BinaryEvaluation.Evaluate(fourfold, s_options).Auc;

        Assert.Equal(once.Low, repeated.Low, 1e-12);
        Assert.Equal(once.High, repeated.High, 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_report_and_another_seed_other_intervals()
    {
        var images = Reference.Named("untied").Images;

        var report = EvaluationJson.Serialize(BinaryEvaluation.Evaluate(images, s_options));

        Assert.Equal(report, EvaluationJson.Serialize(BinaryEvaluation.Evaluate([.. images], s_options)));
        Assert.NotEqual(report, EvaluationJson.Serialize(BinaryEvaluation.Evaluate(images, s_options with { Seed = 2 })));
    }

    [Fact]
    public void Five_thousand_images_take_less_than_two_seconds()
    {
        var random = new Random(3);
        var images = Enumerable.Range(0, 5000)
            .Select(i => (Patient: $"p{i / 2}", Positive: random.NextDouble() < 0.7))
            .Select(image => new ScoredImage(image.Patient, image.Positive, Math.Clamp((image.Positive ? 0.6 : 0.4) + random.NextDouble() - 0.5, 0, 1)))
            .ToArray();

        var watch = Stopwatch.StartNew();
        var report = BinaryEvaluation.Evaluate(images, s_options);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        Assert.InRange(report.Roc.Count, 100, 1000);
        Assert.InRange(report.PrecisionRecall.Count, 100, 1000);
        Assert.Equal((0, 0), (report.Roc[0].X, report.Roc[0].Y));
        Assert.Equal((1, 1), (report.Roc[^1].X, report.Roc[^1].Y));
    }

    [Fact]
    public void A_perfect_model_has_a_perfect_report()
    {
        var report = BinaryEvaluation.Evaluate([new("a", true, 1), new("b", true, 1), new("c", false, 0)], s_options);

        Assert.Equal(new Estimate(1, 1, 1), report.Auc);
        Assert.Equal(1, report.Sensitivity.High);
        Assert.InRange(report.LogLoss.Value, 0, 1e-14);
        Assert.All(report.Roc, point => Assert.True(point.X == 0 || point.Y == 1));
    }

    [Fact]
    public void Precision_without_a_positive_verdict_is_unknown_rather_than_nan()
    {
        var report = BinaryEvaluation.Evaluate([new("a", true, 0.2), new("b", false, 0.1)], s_options);

        Assert.Equal(new Estimate(0, 0, 1), report.Precision);
        Assert.Equal(0, report.F1.Value);
    }

    [Fact]
    public void An_empty_set_is_refused_by_name() =>
        Assert.Equal("hold-out: there is no image to evaluate.", Refusal([]));

    [Theory]
    [InlineData(true, "positive")]
    [InlineData(false, "negative")]
    public void A_set_of_one_class_is_refused(bool positive, string only) => Assert.Equal(
        $"hold-out: images of both classes are needed, and all 2 are {only}.",
        Refusal([new("a", positive, 0.2), new("b", positive, 0.7)]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_score_that_is_no_probability_is_refused_without_the_patient(double score)
    {
        var message = Refusal([new("person17", true, score), new("b", false, 0.7)]);

        Assert.Contains("is not a probability", message, StringComparison.Ordinal);
        Assert.DoesNotContain("person17", message, StringComparison.Ordinal);
    }

    private static string Refusal(ScoredImage[] images) =>
        Assert.Throws<UserException>(() => BinaryEvaluation.Evaluate(images, s_options)).Message;

    private static Estimate Figure(EvaluationReport report, string name) => name switch
    {
        "balancedAccuracy" => report.BalancedAccuracy,
        "auc" => report.Auc,
        "averagePrecision" => report.AveragePrecision,
        "f1" => report.F1,
        "logLoss" => report.LogLoss,
        "brier" => report.Brier,
        _ => report.Ece,
    };
}
