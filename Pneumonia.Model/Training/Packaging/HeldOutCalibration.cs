using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Serving;

namespace Pneumonia.Model.Training.Packaging;

/// <summary>Fits temperature and operating points on the held-out images, and evaluates there.</summary>
internal static class HeldOutCalibration
{
    /// <summary>Name of the operating point that decides.</summary>
    public const string DefaultPoint = "balanced";

    private const double RuleOutSensitivity = 0.98;
    private const double RuleInSpecificity = 0.98;

    /// <summary>The weights' hash is filled in by the zip's writer.</summary>
    public static (Calibration Calibration, EvaluationReport Evaluation) Fit(TrainingResult result, PositiveGroup positive)
    {
        var temperature = TemperatureScaling.Fit(result.HeldOutLogits, result.HeldOutLabels);
        var images = result.HeldOut.Select((image, i) => new ClassifiedImage(
            image.Patient, result.HeldOutLabels[i], TemperatureScaling.Probabilities(result.HeldOutLogits[i], temperature))).ToArray();
        var decision = new Decision(result.Classes, positive, Threshold: 0.5);
        var scored = ModelEvaluation.Scored(images, decision);
        var calibration = new Calibration
        {
            Temperature = temperature,
            Default = DefaultPoint,
            OperatingPoints =
            [
                Thresholds.Youden(scored, DefaultPoint),
                Thresholds.ForSensitivity(scored, RuleOutSensitivity, "rule-out"),
                Thresholds.ForSpecificity(scored, RuleInSpecificity, "rule-in"),
            ],
            WeightsSha256 = "",
        };
        var evaluation = ModelEvaluation.Evaluate(
            images,
            decision with { Threshold = calibration.DefaultPoint.Threshold },
            "held-out patients; the epoch, the temperature and the thresholds were chosen on them, so the figures flatter",
            result.Options.Seed);
        return (calibration, evaluation);
    }
}
