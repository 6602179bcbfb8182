using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Serving;

namespace Pneumonia.Model.Training.Packaging;

/// <summary>Scaling of the logits and operating points, fitted on some images.</summary>
/// <param name="Scaling">Makes probabilities of logits.</param>
/// <param name="Points">Operating points; the figures are those of the images fitted on.</param>
internal sealed record CalibrationFit(LogitScaling Scaling, IReadOnlyList<OperatingPoint> Points)
{
    /// <summary>Name of the operating point that decides.</summary>
    public const string DefaultPoint = "balanced";

    private const double RuleOutSensitivity = 0.98;
    private const double RuleInSpecificity = 0.98;

    /// <summary>The threshold that decides.</summary>
    public double Threshold => Points.Single(point => point.Name == DefaultPoint).Threshold;

    /// <summary>Fits both.</summary>
    /// <param name="images">Images of all classes.</param>
    /// <param name="decision">Which classes are positive.</param>
    public static CalibrationFit To(IReadOnlyList<HeldOutImage> images, Decision decision)
    {
        var scaling = LogitScalingFit.Fit([.. images.Select(image => image.Logits)], [.. images.Select(image => image.Label)]);
        var fit = new CalibrationFit(scaling, []);
        var scored = ModelEvaluation.Scored([.. images.Select(image => fit.Classify(image))], decision);
        return fit with
        {
            Points =
            [
                Thresholds.Youden(scored, DefaultPoint),
                Thresholds.ForSensitivity(scored, RuleOutSensitivity, "rule-out"),
                Thresholds.ForSpecificity(scored, RuleInSpecificity, "rule-in"),
            ],
        };
    }

    /// <summary>The image with its probabilities.</summary>
    /// <param name="image">Any image, not only one of those fitted on.</param>
    /// <param name="threshold">Threshold that decides on it alone.</param>
    public ClassifiedImage Classify(HeldOutImage image, double? threshold = null) =>
        new(image.Image.Patient, image.Label, Scaling.Probabilities(image.Logits), threshold);
}
