using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Blazor.Monitoring.Performance;

/// <summary>A model whose held-out figures are shown at any threshold and prevalence.</summary>
public sealed class ShownModel(ModelInformation information)
{
    private const int NetBenefitPoints = 99;

    /// <summary>Name and short version.</summary>
    public string Name { get; } = $"{information.Manifest.Name} {information.Version}";

    /// <summary>What its zip says of it.</summary>
    public ModelInformation Information => information;

    /// <summary>Its figures on the held-out images.</summary>
    public EvaluationReport Report => information.Evaluation;

    /// <summary>Verdicts at any threshold.</summary>
    public ScoreCounts Counts { get; } = ScoreCounts.Of(information.Evaluation);

    /// <summary>Share of positives among the held-out images; where one kind is missing there, that which the model is calibrated for, else a
    /// half.</summary>
    public double HeldOutPrevalence => Counts is { Positives: > 0, Negatives: > 0 }
        ? Counts.Positives / (double)(Counts.Positives + Counts.Negatives)
        : information.Calibration.Prevalence ?? 0.5;

    /// <summary>Share of positives that its probabilities are calibrated for.</summary>
    public double CalibratedFor => information.Calibration.Prevalence ?? HeldOutPrevalence;

    /// <summary>What to expect of it.</summary>
    public ThresholdFigures At(ChosenPoint point) => new(
        Counts.At(point.Threshold), point.Prevalence, PrevalenceShift.Move(point.Threshold, CalibratedFor, point.Prevalence));

    /// <summary>False positive rate and sensitivity at every threshold; no prevalence moves them.</summary>
    public IReadOnlyList<CurvePoint> Roc => Report.Roc;

    /// <summary>Recall and precision at every threshold.</summary>
    public IReadOnlyList<CurvePoint> PrecisionRecall(double prevalence) =>
        [.. Report.PrecisionRecall.Select(point => point with { Y = PrevalenceShift.Move(point.Y, HeldOutPrevalence, prevalence) })];

    /// <summary>Mean predicted probability and observed rate of every bin with an image, both as they would be at a prevalence.</summary>
    public IReadOnlyList<CurvePoint> Reliability(double prevalence) =>
        [.. Report.Reliability.Where(bin => bin.Count > 0).Select(bin => new CurvePoint(
            PrevalenceShift.Move(Math.Clamp(bin.MeanPredicted, 0, 1), CalibratedFor, prevalence),
            PrevalenceShift.Move(bin.ObservedRate, HeldOutPrevalence, prevalence),
            null))];

    /// <summary>Net benefit by the probability from which on one acts: the decision curve.</summary>
    public IReadOnlyList<CurvePoint> NetBenefit(double prevalence) =>
        [.. Enumerable.Range(1, NetBenefitPoints).Select(i => i / (NetBenefitPoints + 1.0)).Select(probability =>
        {
            var threshold = PrevalenceShift.Move(probability, prevalence, CalibratedFor);
            return new CurvePoint(probability, At(new ChosenPoint(threshold, prevalence)).NetBenefit, threshold);
        })];

    /// <summary>Net benefit of calling every patient positive.</summary>
    public static IReadOnlyList<CurvePoint> NetBenefitOfAll(double prevalence) =>
        [.. Enumerable.Range(0, NetBenefitPoints + 1).Select(i => i / (NetBenefitPoints + 1.0)).Select(probability => new CurvePoint(
            probability, ThresholdFigures.Benefit(prevalence, 1 - prevalence, probability), null))];
}
