using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Scaling of the logits, operating points and limits of the triage, fitted on some images.</summary>
/// <param name="Scaling">Makes probabilities of logits.</param>
/// <param name="Points">Operating points; the figures are those of the images fitted on.</param>
/// <param name="Limits">Limits of the triage; null where none could be fitted.</param>
internal sealed record CalibrationFit(LogitScaling Scaling, IReadOnlyList<OperatingPoint> Points, TriageLimits? Limits)
{
    /// <summary>Name of the operating point that decides.</summary>
    public const string DefaultPoint = "balanced";

    /// <summary>Name of the operating point that decides where none could be chosen: a probability of a half.</summary>
    public const string FallbackPoint = "default-0.5";

    private const double FallbackThreshold = 0.5;

    // Fine enough for weights of a quarter.
    private const int CopiesInTheMean = 4;

    private const double RuleOutSensitivity = 0.98;
    private const double RuleInSpecificity = 0.98;

    /// <summary>The operating point that decides.</summary>
    public OperatingPoint Deciding => Points[0];

    /// <summary>The threshold that decides.</summary>
    public double Threshold => Deciding.Threshold;

    /// <summary>Whether the scaling or the deciding threshold is none that was fitted.</summary>
    public bool IsFallback => ReferenceEquals(Scaling, LogitScaling.Identity) || Deciding.Name == FallbackPoint;

    /// <summary>Fits all: the scaling to the images as they are, what decides also to them under the simulated changes, so that a
    /// threshold is not best on these machines alone. Weighted images count for half as they are, for half by their weight.</summary>
    /// <param name="images">Images of all classes.</param>
    /// <param name="decision">Which classes are positive.</param>
    /// <param name="risks">What the triage keeps to.</param>
    /// <param name="omitted">Hears what cannot be fitted. The probabilities are then the softmax itself, the threshold a half.</param>
    public static CalibrationFit To(IReadOnlyList<HeldOutImage> images, Decision decision, TriageRisks risks, Omissions? omitted = null)
    {
        var omissions = omitted ?? new Omissions();
        HeldOutImage[] counted = images.All(image => image.Weight == 1)
            ? [.. images]
            : [.. images.SelectMany(image => Enumerable.Repeat(image, CopiesOf((1 + image.Weight) / 2)))];
        var scaling = omissions.Try(
            "calibration", () => Finite(LogitScalingFit.Fit([.. counted.Select(image => image.Logits)], [.. counted.Select(image => image.Label)])))
            ?? LogitScaling.Identity;
        var scored = ModelEvaluation.Scored(
            [.. counted.SelectMany(image => image.Versions).Select(image => Classify(image, scaling))], decision);
        var deciding = omissions.Try($"operating point {DefaultPoint}", () => Thresholds.Youden(scored, DefaultPoint)) ?? Fallback(scored);
        OperatingPoint?[] points =
        [
            deciding,
            omissions.Try("operating point rule-out", () => Thresholds.ForSensitivity(scored, RuleOutSensitivity, "rule-out")),
            omissions.Try("operating point rule-in", () => Thresholds.ForSpecificity(scored, RuleInSpecificity, "rule-in")),
        ];
        return new CalibrationFit(
            scaling, [.. points.OfType<OperatingPoint>()], omissions.Try("triage", () => TriageFit.Fit(
                [.. images.Select(image => new TriageImage(image.Image.Patient, decision.IsPositive(image.Label),
                    [.. image.Versions.Select(version => decision.Score(scaling.Probabilities(version.Logits)))]) { Weight = image.Weight })],
                risks, deciding.Threshold)));
    }

    /// <summary>How often an image comes where some count more than others; 1 or more.</summary>
    /// <param name="weight">What it counts; about 1 in the mean.</param>
    public static int CopiesOf(double weight) => Math.Max(1, (int)Math.Round(weight * CopiesInTheMean));

    /// <summary>The image with its probabilities.</summary>
    /// <param name="image">Any image, not only one of those fitted on.</param>
    /// <param name="threshold">Threshold that decides on it alone.</param>
    public ClassifiedImage Classify(HeldOutImage image, double? threshold = null) => Classify(image, Scaling) with { Threshold = threshold };

    private static OperatingPoint Fallback(IReadOnlyList<ScoredImage> images)
    {
        var none = Wilson.Interval(0, 0);
        return new OperatingPoint(FallbackPoint, FallbackThreshold, none, none, 0, 0)
            .Measured([.. images.Select(image => (image.Positive, image.Score >= FallbackThreshold))]);
    }

    private static LogitScaling Finite(LogitScaling scaling) =>
        double.IsFinite(scaling.Temperature) && scaling.Temperature > 0 && scaling.Bias.All(double.IsFinite)
            ? scaling
            : throw new UserException("The probabilities cannot be calibrated, as no scaling of the network's output is the best.");

    private static ClassifiedImage Classify(HeldOutImage image, LogitScaling scaling) =>
        new(image.Image.Patient, image.Label, scaling.Probabilities(image.Logits));
}
