using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Statistics;

public sealed class CurvesTests
{
    public static TheoryData<string> Cases => ["untied", "tied", "saturated"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Roc_points_are_those_of_scikit_learn(string name)
    {
        var expected = Reference.Named(name);
        var roc = expected.Evaluate().Roc;

        AssertPointsOf(expected.Roc, roc);
        Assert.Equal(expected.Figures["auc"], Area(roc), 1e-12);
    }

    [Fact]
    public void Roc_keeps_the_corners_alone()
    {
        var expected = Reference.Named("untied");
        var roc = expected.Evaluate().Roc;

        // Scikit-learn also keeps the point of the highest score, which lies between two others here.
        double?[][] corners = [.. expected.RocCorners.Where((_, i) => i != 1)];
        Assert.Equal(corners.Length, roc.Count);
        AssertPointsOf(corners, roc);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Precision_recall_points_are_those_of_scikit_learn(string name)
    {
        var expected = Reference.Named(name);
        var curve = expected.Evaluate().PrecisionRecall;

        AssertPointsOf(expected.PrecisionRecall, curve);
        Assert.Equal(new CurvePoint(0, 1, null), curve[0]);
        Assert.Equal(1, curve[^1].X);
        Assert.Equal(curve.OrderBy(point => point.X), curve);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reliability_is_the_calibration_curve_of_scikit_learn(string name)
    {
        var expected = Reference.Named(name);
        var bins = expected.Evaluate().Reliability;

        Assert.Equal(expected.Bins, bins.Count);
        Assert.Equal(expected.Images.Count, bins.Sum(bin => bin.Count));
        foreach (var (wanted, bin) in expected.Reliability.Zip(bins.Where(bin => bin.Count > 0)))
        {
            Assert.Equal(wanted[0], bin.MeanPredicted, 1e-12);
            Assert.Equal(wanted[1], bin.ObservedRate, 1e-12);
            Assert.InRange(bin.MeanPredicted, bin.Low - 1e-12, bin.High + 1e-12);
        }
    }

    private static void AssertPointsOf(IReadOnlyList<double?[]> expected, IReadOnlyList<CurvePoint> curve) =>
        Assert.All(curve, point => Assert.Contains(expected, wanted =>
            Math.Abs(wanted[0]!.Value - point.X) < 1e-12 && Math.Abs(wanted[1]!.Value - point.Y) < 1e-12 && wanted[2] == point.Threshold));

    private static double Area(IReadOnlyList<CurvePoint> curve) =>
        curve.Zip(curve.Skip(1), (left, right) => (right.X - left.X) * (left.Y + right.Y) / 2).Sum();
}
