using Pneumonia.Core.Checks;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Core.Package;

/// <summary>Whether a model's information makes sense in itself, checked before writing and after reading.</summary>
internal static class ModelInformationCheck
{
    private const int LargestSide = 4096;

    /// <summary>Throws at the first thing that makes none.</summary>
    /// <exception cref="InvalidModelException">Something contradicts itself.</exception>
    public static void Verify(string path, ModelInformation information)
    {
        foreach (var (holds, reason) in Rules(information.Manifest, information.Calibration, information.Evaluation, information.Checks))
        {
            if (!holds())
            {
                throw new InvalidModelException(path, reason);
            }
        }
    }

    private static IEnumerable<(Func<bool> Holds, UserText Reason)> Rules(
        ModelManifest manifest, Calibration calibration, EvaluationReport evaluation, InputChecks? checks) =>
    [
        (() => manifest.Schema == ModelManifest.CurrentSchema, $"it has schema {manifest.Schema}, which is not understood."),
        (() => !string.IsNullOrWhiteSpace(manifest.Name), "its manifest gives the model no name."),
        (() => !string.IsNullOrWhiteSpace(manifest.Architecture), "its manifest names no architecture."),
        (() => manifest.Classes.Count >= 2, $"its manifest lists {manifest.Classes.Count} classes, and 2 or more are needed."),
        (() => manifest.Classes.All(name => !string.IsNullOrWhiteSpace(name)), "its manifest lists a class without a name."),
        (() => manifest.Classes.Distinct().Count() == manifest.Classes.Count, "its manifest lists a class twice."),
        (() => manifest.PositiveClasses.Count != 1 || manifest.Classes.Contains(manifest.PositiveClass),
            $"its positive class {manifest.PositiveClass} is none of its classes."),
        (() => manifest.PositiveClasses.Distinct().Count(manifest.Classes.Contains) == manifest.PositiveClasses.Count,
            "it lists a positive class twice, or one that is none of its classes."),
        (() => manifest.PositiveClasses.Count >= 1 && manifest.PositiveClasses.Count < manifest.Classes.Count,
            "its positive classes are none or all of its classes."),
        (() => manifest.PositiveClasses.Count == 1
                ? manifest.PositiveClasses[0] == manifest.PositiveClass
                : !manifest.Classes.Contains(manifest.PositiveClass),
            $"{manifest.PositiveClass} is no name for the positive classes {string.Join(", ", manifest.PositiveClasses)}."),
        (() => manifest.Preprocessing is { Width: >= 1 and <= LargestSide, Height: >= 1 and <= LargestSide },
            $"its input of {manifest.Preprocessing.Width} x {manifest.Preprocessing.Height} pixels is out of range."),
        (() => float.IsFinite(manifest.Preprocessing.Mean) && float.IsFinite(manifest.Preprocessing.Std) && manifest.Preprocessing.Std > 0,
            "its mean and standard deviation of grey levels make no sense."),
        (() => Enum.IsDefined(manifest.Preprocessing.Standardisation), "its standardisation of grey levels is not known."),
        (() => manifest.Preprocessing.Lungs is null or { Side: >= 1 and <= LargestSide, Margin: >= 0 and <= 0.5, Outside: >= 0 and <= 1, Grown: >= 0 and <= 0.2 },
            "the way that its preprocessing cuts the lungs out makes no sense."),
        (() => double.IsFinite(calibration.Temperature) && calibration.Temperature > 0,
            $"its temperature is {calibration.Temperature}, and must be more than 0."),
        (() => (calibration.Bias.Count == 0 || calibration.Bias.Count == manifest.Classes.Count) && calibration.Bias.All(double.IsFinite),
            $"its calibration has {calibration.Bias.Count} biases for {manifest.Classes.Count} classes, or one that is not finite."),
        (() => manifest.Omissions is null || !manifest.Omissions.Contains(null!), "one of the things that its manifest says are missing is null."),
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
        (() => checks is null || checks.IsSound, "the parts of its checks do not fit together."),
        (() => checks is null || checks.WeightsSha256 == manifest.Entries[ModelZipEntries.Weights], "its checks belong to other weights."),
    ];
}
