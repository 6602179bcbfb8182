using Pneumonia.Core.Judging;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Scaling of the logits, operating points and limits of the triage, fitted on some images.</summary>
/// <param name="Scaling">Makes probabilities of logits.</param>
/// <param name="Points">Operating points; the figures are those of the images fitted on.</param>
/// <param name="Limits">Limits of the triage.</param>
internal sealed record CalibrationFit(LogitScaling Scaling, IReadOnlyList<OperatingPoint> Points, TriageLimits Limits)
{
    /// <summary>Name of the operating point that decides.</summary>
    public const string DefaultPoint = "balanced";

    private const double RuleOutSensitivity = 0.98;
    private const double RuleInSpecificity = 0.98;

    /// <summary>The threshold that decides.</summary>
    public double Threshold => Points.Single(point => point.Name == DefaultPoint).Threshold;

    /// <summary>Fits all: the scaling to the images as they are, what decides also to them under the simulated changes, so that a
    /// threshold is not best on these machines alone.</summary>
    /// <param name="images">Images of all classes.</param>
    /// <param name="decision">Which classes are positive.</param>
    /// <param name="risks">What the triage keeps to.</param>
    public static CalibrationFit To(IReadOnlyList<HeldOutImage> images, Decision decision, TriageRisks risks)
    {
        var scaling = LogitScalingFit.Fit([.. images.Select(image => image.Logits)], [.. images.Select(image => image.Label)]);
        var scored = ModelEvaluation.Scored(
            [.. images.SelectMany(image => image.Versions).Select(image => Classify(image, scaling))], decision);
        var deciding = Thresholds.Youden(scored, DefaultPoint);
        return new CalibrationFit(
            scaling,
            [
                deciding,
                Thresholds.ForSensitivity(scored, RuleOutSensitivity, "rule-out"),
                Thresholds.ForSpecificity(scored, RuleInSpecificity, "rule-in"),
            ],
            TriageFit.Fit(scored, risks, deciding.Threshold));
    }

    /// <summary>The image with its probabilities.</summary>
    /// <param name="image">Any image, not only one of those fitted on.</param>
    /// <param name="threshold">Threshold that decides on it alone.</param>
    public ClassifiedImage Classify(HeldOutImage image, double? threshold = null) => Classify(image, Scaling) with { Threshold = threshold };

    private static ClassifiedImage Classify(HeldOutImage image, LogitScaling scaling) =>
        new(image.Image.Patient, image.Label, scaling.Probabilities(image.Logits));
}
