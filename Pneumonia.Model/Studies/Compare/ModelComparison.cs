using System.Text.Json.Serialization;
using Pneumonia.Core;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Studies.Compare;

/// <summary>Two models on the same images: what <c>compare --json</c> writes.</summary>
/// <param name="Data">What they were compared on, in words.</param>
/// <param name="Count">Images.</param>
/// <param name="Patients">Patients.</param>
/// <param name="PositiveClass">What is counted as positive.</param>
/// <param name="First">The first model.</param>
/// <param name="Second">The second model.</param>
/// <param name="Differences">First less second.</param>
/// <param name="DeLong">Test of the two areas under ROC curves; null where a class has fewer than two patients.</param>
/// <param name="Positives">Verdicts on positive images.</param>
/// <param name="Negatives">Verdicts on negative images.</param>
/// <param name="SensitivityTest">McNemar's test on the positive images.</param>
/// <param name="SpecificityTest">McNemar's test on the negative images.</param>
public sealed record ModelComparison(
    string Data, int Count, int Patients, string PositiveClass, ComparedModel First, ComparedModel Second, PairedDifferences Differences,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AucTest? DeLong,
    Agreement Positives, Agreement Negatives, McNemarTest SensitivityTest, McNemarTest SpecificityTest)
{
    private const int Resamples = 2000;

    /// <summary>Compares.</summary>
    /// <param name="first">Name and short version of the first model, its threshold, and what it says of the images.</param>
    /// <param name="second">The same of the second, for the same images in the same order.</param>
    /// <param name="data">What the images are, in words.</param>
    /// <param name="positiveClass">What is counted as positive.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="UserException">There is no image, only one class, or a score that is no probability.</exception>
    /// <exception cref="ArgumentException">The images are not the same.</exception>
    public static ModelComparison Of(
        (string Name, double Threshold, IReadOnlyList<ScoredImage> Images) first,
        (string Name, double Threshold, IReadOnlyList<ScoredImage> Images) second,
        string data, string positiveClass, int seed)
    {
        EvaluationReport Report(double threshold, IReadOnlyList<ScoredImage> images) => BinaryEvaluation.Evaluate(
            images, new EvaluationOptions { Data = data, PositiveClass = positiveClass, Threshold = threshold, Seed = seed });
        var (a, b) = (Report(first.Threshold, first.Images), Report(second.Threshold, second.Images));
        var verdicts = first.Images.Zip(second.Images).ToLookup(
            pair => pair.First.Positive, pair => (IsRight(pair.First, first.Threshold), IsRight(pair.Second, second.Threshold)));
        var (positives, negatives) = (Agreement.Of([.. verdicts[true]]), Agreement.Of([.. verdicts[false]]));
        return new ModelComparison(
            data, a.Count, a.Patients, positiveClass, ComparedModel.Of(first.Name, a), ComparedModel.Of(second.Name, b),
            new PairedBootstrap((first.Images, first.Threshold), (second.Images, second.Threshold)).Run(Resamples, new Random(seed)),
            Core.Statistics.DeLong.Compare(first.Images, second.Images),
            positives, negatives,
            McNemarTest.Of(positives.FirstOnly, positives.SecondOnly), McNemarTest.Of(negatives.FirstOnly, negatives.SecondOnly));
    }

    private static bool IsRight(ScoredImage image, double threshold) => image.Score >= threshold == image.Positive;
}
