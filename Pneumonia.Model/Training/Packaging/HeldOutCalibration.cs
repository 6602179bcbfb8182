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
    public static (Calibration Calibration, EvaluationReport Evaluation) Fit(TrainingResult result, string positiveClass)
    {
        var positive = result.Classes.ToList().IndexOf(positiveClass);
        var temperature = TemperatureScaling.Fit(result.HeldOutLogits, result.HeldOutLabels);
        var scored = result.HeldOut.Select((image, i) => new ScoredImage(
            image.Patient, result.HeldOutLabels[i] == positive, TemperatureScaling.Probabilities(result.HeldOutLogits[i], temperature)[positive])).ToArray();
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
        var evaluation = BinaryEvaluation.Evaluate(scored, new EvaluationOptions
        {
            Data = "held-out patients; the epoch, the temperature and the thresholds were chosen on them, so the figures flatter",
            PositiveClass = positiveClass,
            Threshold = calibration.DefaultPoint.Threshold,
            Seed = result.Options.Seed,
        });
        return (calibration, evaluation);
    }
}
