using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Subgroups;

/// <summary>Tests which subgroups a model serves worse or better than the others of their kind.</summary>
/// <remarks>AUC, sensitivity and specificity of a group less those of the other groups' images of the same classes. Standard errors
/// come from the bootstrap over patients, p-values from the normal distribution, and Holm's correction covers all differences of all
/// kinds. A side with fewer than <see cref="FewestImages"/> images of a class is not compared.</remarks>
public static class SubgroupGapTest
{
    /// <summary>Fewest images of a class on each side.</summary>
    public const int FewestImages = 10;

    private const int Resamples = 1000;

    /// <summary>Tests all differences.</summary>
    /// <param name="kinds">How the images are divided, each in the order of <paramref name="scored"/>.</param>
    /// <param name="scored">What the model says of the images.</param>
    /// <param name="threshold">Its operating threshold.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static IReadOnlyList<SubgroupGap> Run(
        IReadOnlyList<SubgroupKind> kinds, IReadOnlyList<ScoredImage> scored, double threshold, int seed)
    {
        var set = new ScoredSet(scored, "the images by subgroup");
        var called = set.Called(threshold);
        GapComparison[] comparisons =
        [
            .. from kind in kinds
               from figure in Enum.GetValues<GapFigure>()
               from comparison in GapComparison.Of(new SubgroupKind(kind.Name, [.. set.Order.Select(i => kind.GroupOf[i])]), set, called, figure, FewestImages)
               select comparison,
        ];
        var replicates = Bootstrap.Resample(
            set.Patient, set.Patients, weights => Array.ConvertAll(comparisons, comparison => comparison.Compute(weights)), Resamples, new Random(seed));
        var ones = new int[set.Count];
        Array.Fill(ones, 1);
        var differences = comparisons.Select((comparison, c) => NormalDistribution.Interval(
            comparison.Compute(ones), Deviation([.. replicates.Select(values => values[c]).Where(double.IsFinite)]))).ToArray();
        var values = Array.ConvertAll(differences, PValue);
        var adjusted = Holm.Adjust(values);
        return [.. comparisons.Select((comparison, c) => new SubgroupGap(
            comparison.Kind, comparison.Name, comparison.Against, comparison.Figure, differences[c], values[c], adjusted[c]))];
    }

    private static double PValue(Estimate difference)
    {
        var error = (difference.High - difference.Low) / (2 * NormalDistribution.Quantile975);
        return difference.Value == 0 ? 1 : NormalDistribution.TwoSided(difference.Value / error);
    }

    private static double Deviation(double[] values)
    {
        if (values.Length < 2)
        {
            return 0;
        }

        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
