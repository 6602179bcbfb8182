using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Tests.Statistics;

public sealed class DeLongTests
{
    public static TheoryData<string> Cases => ["one image each", "several images each", "tied"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_interval_is_that_of_the_full_matrix_of_comparisons(string name)
    {
        var expected = StatisticsReference.Named("deLong", name);

        var interval = DeLong.Interval(expected.Images())!;

        Assert.Equal(expected.Number("first"), interval.Value, 1e-12);
        Assert.Equal(expected.Number("low"), interval.Low, 1e-12);
        Assert.Equal(expected.Number("high"), interval.High, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_paired_test_is_that_of_the_full_matrix_of_comparisons(string name)
    {
        var expected = StatisticsReference.Named("deLong", name);

        var test = DeLong.Compare(expected.Images(), expected.Images(model: 1))!;

        Assert.Equal(expected.Number("first"), test.First, 1e-12);
        Assert.Equal(expected.Number("second"), test.Second, 1e-12);
        Assert.Equal(expected.Number("standardError"), test.StandardError, 1e-12);
        Assert.Equal(expected.Number("z"), test.Z, 1e-9);
        Assert.Equal(expected.Number("p"), test.P, 1e-9);
    }

    // Areas and tests as the SAS/STAT user's guide prints them for PROC LOGISTIC's example "Comparing Receiver Operating
    // Characteristic Curves", on the data of the paper of 1988.
    [Theory]
    [InlineData("albumin", 0.7366, 0.0927, 0.0108, 0.0953, 0.0127, 0.9102)]
    [InlineData("total protein", 0.6478, 0.1000, -0.0780, 0.1046, 0.5554, 0.4561)]
    public void The_papers_own_patients_give_the_published_figures(
        string test, double auc, double error, double difference, double differenceError, double chiSquare, double p)
    {
        var (tested, score) = (OvarianCancer.By(test), OvarianCancer.By("K-G score"));

        var interval = DeLong.Interval(tested)!;
        var result = DeLong.Compare(tested, score)!;

        Assert.Equal(auc, interval.Value, 4);
        Assert.Equal(error, (interval.Value - interval.Low) / NormalDistribution.Quantile975, 4);
        Assert.Equal(0.7258, result.Second, 4);
        Assert.Equal(difference, result.Difference.Value, 4);
        Assert.Equal(differenceError, result.StandardError, 4);
        Assert.Equal(chiSquare, result.Z * result.Z, 4);
        Assert.Equal(p, result.P, 4);
    }

    [Fact]
    public void The_interval_is_close_to_the_bootstraps_over_patients_where_a_patient_has_several_images()
    {
        var images = StatisticsReference.Named("deLong", "several images each").Images();

        var bootstrap = BinaryEvaluation.Evaluate(images, new EvaluationOptions { Data = "x", PositiveClass = "y", Resamples = 3000 }).Auc;
        var interval = DeLong.Interval(images)!;

        Assert.InRange((interval.High - interval.Low) / (bootstrap.High - bootstrap.Low), 0.9, 1.1);
    }

    [Fact]
    public void Every_image_four_times_under_the_same_patient_changes_nothing()
    {
        var images = StatisticsReference.Named("deLong", "one image each").Images();
        ScoredImage[] fourfold = [.. images, .. images, .. images, .. images];

        Assert.Equal(DeLong.Interval(images)!.Low, DeLong.Interval(fourfold)!.Low, 1e-12);
    }

    [Fact]
    public void A_model_does_not_differ_from_itself()
    {
        var images = StatisticsReference.Named("deLong", "tied").Images();

        Assert.Equal((0, 0, 1), (DeLong.Compare(images, images)!.Difference.Value, DeLong.Compare(images, images)!.Z, DeLong.Compare(images, images)!.P));
    }

    [Fact]
    public void A_class_of_one_patient_has_no_interval() =>
        Assert.Null(DeLong.Interval([new("a", true, 0.9), new("a", true, 0.6), new("b", false, 0.7), new("c", false, 0.1)]));

    [Fact]
    public void Different_images_are_refused() => Assert.Throws<ArgumentException>(() =>
        DeLong.Compare([new("a", true, 0.9), new("b", false, 0.7)], [new("b", false, 0.9), new("a", true, 0.7)]));
}
