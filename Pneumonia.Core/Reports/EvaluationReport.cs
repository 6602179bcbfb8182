using System.Text.Json.Serialization;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>Everything measured on one set of images: what <c>evaluate --json</c> prints and <c>evaluation.json</c> stores.</summary>
public sealed record EvaluationReport
{
    /// <summary>What was evaluated on, in words, e.g. <c>held-out patients of train</c>.</summary>
    public required string Data { get; init; }

    /// <summary>Images.</summary>
    public required int Count { get; init; }

    /// <summary>Patients.</summary>
    public required int Patients { get; init; }

    /// <summary>What is counted as positive: a class, or the name of several together.</summary>
    public required string PositiveClass { get; init; }

    /// <summary>Share of images decided rightly at the threshold.</summary>
    public required Estimate Accuracy { get; init; }

    /// <summary>Mean of sensitivity and specificity.</summary>
    public required Estimate BalancedAccuracy { get; init; }

    /// <summary>Area under the ROC curve.</summary>
    public required Estimate Auc { get; init; }

    /// <summary>Average precision: step-wise area under the precision-recall curve.</summary>
    public required Estimate AveragePrecision { get; init; }

    /// <summary>TP / (TP + FN).</summary>
    public required Estimate Sensitivity { get; init; }

    /// <summary>TN / (TN + FP).</summary>
    public required Estimate Specificity { get; init; }

    /// <summary>TP / (TP + FP).</summary>
    public required Estimate Precision { get; init; }

    /// <summary>Harmonic mean of precision and sensitivity.</summary>
    public required Estimate F1 { get; init; }

    /// <summary>Mean negative log-likelihood of the true class, natural logarithm.</summary>
    public required Estimate LogLoss { get; init; }

    /// <summary>Mean squared error of the positive class's probability.</summary>
    public required Estimate Brier { get; init; }

    /// <summary>Expected calibration error over the bins of <see cref="Reliability"/>.</summary>
    public required Estimate Ece { get; init; }

    /// <summary>Operating point that the rates above belong to.</summary>
    public required double Threshold { get; init; }

    /// <summary>Counts at the operating point.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>ROC curve, from (0,0) to (1,1).</summary>
    public required IReadOnlyList<CurvePoint> Roc { get; init; }

    /// <summary>Precision-recall curve, by rising recall.</summary>
    public required IReadOnlyList<CurvePoint> PrecisionRecall { get; init; }

    /// <summary>Reliability curve.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>The AUC with DeLong's interval, patients taken together (Obuchowski 1997); null in older evaluations and where a class has
    /// one patient.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Estimate? AucDeLong { get; init; }

    /// <summary>The area within each view (PA, AP), pooled over pairs of one view: the ill are X-rayed lying, so that across views the view tells the
    /// class; null where no table tells the views.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Estimate? AucWithinViews { get; init; }

    /// <summary>The same images, weighted so that what lies outside of the lungs tells nothing; null in older evaluations and where nobody finds lungs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReweightedFigures? Reweighted { get; init; }

    /// <summary>Calibration slope and intercepts; null in older evaluations and where none can be fitted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CalibrationLine? CalibrationLine { get; init; }

    /// <summary>Net benefit by threshold, at the prevalence of the images; empty in older evaluations.</summary>
    public IReadOnlyList<DecisionCurvePoint> DecisionCurve { get; init; } = [];

    /// <summary>Figures of the verdicts among all classes; null where there are two, whose figures are those above.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MulticlassReport? Multiclass { get; init; }

    /// <summary>What the triage made of the images; null where the model has no limits for one, and in older zips.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TriageReport? Triage { get; init; }

    /// <summary>Scores of the images, with which verdicts can be counted at any threshold; null in older zips.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HeldOutScores? Scores { get; init; }

    /// <summary>How scores and looks of the images are distributed, to hold against what comes in later; null in older zips.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReferenceDistribution? Reference { get; init; }

    /// <summary>Figures by acquisition, cause, image size and look; empty where they were not told apart.</summary>
    public IReadOnlyList<SubgroupReport> Subgroups { get; init; } = [];

    /// <summary>Differences between the subgroups, tested; empty in older evaluations and where none could be.</summary>
    public IReadOnlyList<SubgroupGap> SubgroupGaps { get; init; } = [];
}
