using System.Diagnostics;
using Pneumonia.Core;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class MulticlassEvaluationTests
{
    public static TheoryData<string> Cases => ["three", "four, tied"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Figures_are_those_of_scikit_learn(string name)
    {
        var expected = MulticlassReference.Named(name);
        var report = expected.Evaluate().Multiclass!;

        Assert.All(expected.Figures, figure => Assert.Equal(figure.Value, Figure(report, figure.Key).Value, 1e-12));
        Assert.Equal(expected.Confusion, report.Confusion);
        Assert.Equal(expected.Confusion.Select(row => row.Sum()), report.Classes.Select(each => each.Count));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Proportions_have_the_wilson_intervals_of_scipy(string name)
    {
        var expected = MulticlassReference.Named(name);
        var report = expected.Evaluate().Multiclass!;

        Assert.All(
            ((Estimate First, Estimate Second)[])
            [
                .. expected.Sensitivity.Zip(report.Classes.Select(each => each.Sensitivity)),
                .. expected.Precision.Zip(report.Classes.Select(each => each.Precision)),
                (expected.Accuracy, report.Accuracy),
            ],
            pair =>
            {
                Assert.Equal(pair.First.Value, pair.Second.Value, 1e-12);
                Assert.Equal(pair.First.Low, pair.Second.Low, 1e-9);
                Assert.Equal(pair.First.High, pair.Second.High, 1e-9);
            });
    }

    [Fact]
    public void Bootstrap_intervals_are_those_of_an_independent_bootstrap_by_patient()
    {
        var expected = MulticlassReference.Named("three");
        var report = expected.Evaluate().Multiclass!;

        foreach (var (name, ends) in expected.Bootstrap!)
        {
            var figure = Figure(report, name);
            var tolerance = 0.12 * (ends[1] - ends[0]);
            Assert.InRange(figure.Low, ends[0] - tolerance, ends[0] + tolerance);
            Assert.InRange(figure.High, ends[1] - tolerance, ends[1] + tolerance);
        }
    }

    [Fact]
    public void The_operating_point_is_of_all_positive_classes_together()
    {
        var expected = MulticlassReference.Named("three");
        var report = expected.Evaluate();

        Assert.Equal("PNEUMONIA", report.PositiveClass);
        Assert.Equal(expected.Images.Count(image => image.Class != 0), report.Confusion.Tp + report.Confusion.Fn);
        Assert.Equal(report.Multiclass!.Confusion[0][0], report.Confusion.Tn);
    }

    [Fact]
    public void What_is_written_is_read_back_and_two_classes_have_no_figures_of_several()
    {
        var json = EvaluationJson.Serialize(MulticlassReference.Named("three").Evaluate());

        Assert.Equal(json, EvaluationJson.Serialize(EvaluationJson.Deserialize(json)));
        Assert.Contains("\"kappa\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("multiclass", EvaluationJson.Serialize(Reference.Named("tied").Evaluate()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_an_image_is_refused_by_name()
    {
        var reference = MulticlassReference.Named("three");
        ClassifiedImage[] images = [.. reference.Images.Where(image => image.Class != 2)];

        var refusal = Assert.Throws<UserException>(() => ModelEvaluation.Evaluate(images, reference.Decision, "val", seed: 1));

        Assert.Equal("val: there is no image of class VIRAL; images of all classes are needed.", refusal.Message);
    }

    [Fact]
    public void Five_thousand_images_take_less_than_four_seconds()
    {
        var reference = MulticlassReference.Named("three");
        ClassifiedImage[] images = [.. Enumerable.Range(0, 5000).Select(i => reference.Images[i % 150] with { Patient = $"p{i / 2}" })];

        var watch = Stopwatch.StartNew();
        ModelEvaluation.Evaluate(images, reference.Decision, "many", seed: 1);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 4);
    }

    private static Estimate Figure(MulticlassReport report, string name) => name switch
    {
        "balancedAccuracy" => report.BalancedAccuracy,
        "macroAuc" => report.MacroAuc,
        "macroF1" => report.MacroF1,
        "kappa" => report.Kappa,
        _ when name.StartsWith("auc", StringComparison.Ordinal) => report.Classes[name[^1] - '0'].Auc,
        _ => report.Classes[name[^1] - '0'].F1,
    };
}
