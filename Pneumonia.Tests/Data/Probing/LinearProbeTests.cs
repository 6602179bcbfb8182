using Pneumonia.Core.Data;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Data.Probing;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Data.Probing;

public sealed class LinearProbeTests
{
    [Fact]
    public void Answers_are_those_of_scikit_learns_ridge_classifier()
    {
        var expected = Assert.Single(StatisticsReference.Of("probe"));
        float[][] Rows(string name) =>
            [.. expected.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetSingle()).ToArray())];

        var answers = LinearProbe.Fit(
            Rows("training"), [.. expected.GetProperty("positive").EnumerateArray().Select(value => value.GetBoolean())], Rows("others"));

        Assert.Equal(expected.Numbers("answers"), answers, (a, b) => Math.Abs(a - b) < 1e-5);
    }

    [Fact]
    public void A_feature_that_tells_the_acquisition_is_found_and_one_of_the_patient_alone_is_not()
    {
        var (images, random) = (Images(), new Random(4));
        var own = images.Select(image => image.Patient).Distinct().ToDictionary(patient => patient, _ => random.NextSingle());

        Assert.Equal(1, Auc([.. images.Select(image => new[] { image.Class == "IM" ? 1f : 0f, random.NextSingle() })]), 0.01);
        Assert.InRange(Auc([.. images.Select(image => new[] { own[image.Patient], random.NextSingle() })]), 0.3, 0.7);

        double Auc(float[][] features) => RankAuc.Of(
            LinearProbe.CrossValidated(images, features, "IM", folds: 5, seed: 1), [.. images.Select(image => image.Class == "IM")]);
    }

    [Fact]
    public void A_feature_that_never_changes_is_no_obstacle() => Assert.All(
        LinearProbe.Fit([[1, 2], [1, 3], [1, 5], [1, 6]], [false, false, true, true], [[1, 1], [1, 9]]), answer => Assert.True(double.IsFinite(answer)));

    private static XRay[] Images() => [.. Enumerable.Range(0, 120).Select(i =>
        new XRay($"{i}.jpeg", i / 3 % 2 == 0 ? "IM" : "NORMAL2-IM", null, $"p{i / 3}", null, null))];
}
