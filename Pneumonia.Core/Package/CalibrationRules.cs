using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Core.Package;

/// <summary>Whether a calibration and the figures that go with it make sense in themselves.</summary>
internal static class CalibrationRules
{
    /// <summary>What must hold, and what is wrong where it does not.</summary>
    public static IEnumerable<(Func<bool> Holds, UserText Reason)> Of(ModelManifest manifest, Calibration calibration, EvaluationReport evaluation) =>
    [
        (() => double.IsFinite(calibration.Temperature) && calibration.Temperature > 0,
            $"its temperature is {calibration.Temperature}, and must be more than 0."),
        (() => (calibration.Bias.Count == 0 || calibration.Bias.Count == manifest.Classes.Count) && calibration.Bias.All(double.IsFinite),
            $"its calibration has {calibration.Bias.Count} biases for {manifest.Classes.Count} classes, or one that is not finite."),
        (() => calibration.Prevalence is null or (> 0 and < 1), "the prevalence of its calibration is not between 0 and 1."),
        (() => calibration.OperatingPoints.All(point => point is not null), "one of its operating points is null."),
        (() => calibration.OperatingPoints.DistinctBy(point => point.Name).Count() == calibration.OperatingPoints.Count,
            "two of its operating points have the same name."),
        (() => calibration.OperatingPoints.Any(point => point.Name == calibration.Default),
            $"its default operating point {calibration.Default} is not among its operating points."),
        (() => calibration.OperatingPoints.All(point => point.Threshold is >= 0 and <= 1),
            "the threshold of one of its operating points is not between 0 and 1."),
        (() => calibration.Triage is null or { MakeSense: true }, "the limits of its triage contradict themselves."),
        (() => ScoreMeanings.MakeSense(calibration.Meanings), "the meanings of its scores do not go from 0 to 1 in order."),
        (() => calibration.WeightsSha256 == manifest.Entries[ModelZipEntries.Weights],
            "its calibration belongs to other weights."),
        (() => evaluation.PositiveClass == manifest.PositiveClass,
            $"its evaluation is of {evaluation.PositiveClass}, and its positive class is {manifest.PositiveClass}."),
        (() => evaluation.Threshold is >= 0 and <= 1, "its evaluation's threshold is not between 0 and 1."),
        (() => !evaluation.Roc.Contains(null!) && !evaluation.PrecisionRecall.Contains(null!) && !evaluation.Reliability.Contains(null!),
            "a point of its evaluation's curves is null."),
        (() => evaluation.Triage is null || evaluation.Triage.Groups.Select(group => group?.Triage).SequenceEqual(Enum.GetValues<Triage>().Cast<Triage?>()),
            "its evaluation's triage does not have all three verdicts."),
        (() => !evaluation.DecisionCurve.Contains(null!), "a point of its evaluation's decision curve is null."),
        (() => evaluation.Multiclass is not { } figures || figures.IsOf(manifest.Classes),
            "its evaluation's figures by class are not of its classes."),
    ];
}
