using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>The evaluation of a model on which nothing can be measured, as where one class has no held-out image: what verdicts there are
/// are counted, and every figure besides is as wide as it can be.</summary>
internal static class UnmeasuredReport
{
    /// <summary>Counts what there is.</summary>
    /// <param name="images">Images of one class, or none; scores may be no numbers.</param>
    /// <param name="data">What was to be measured on.</param>
    /// <param name="decision">How the model decides.</param>
    public static EvaluationReport Of(IReadOnlyList<ScoredImage> images, string data, Decision decision)
    {
        int Count(bool positive, bool called) => images.Count(image => image.Positive == positive && image.Score >= decision.Threshold == called);
        var confusion = new ConfusionMatrix(Count(true, true), Count(false, true), Count(false, false), Count(true, false));
        var unknown = Wilson.Interval(0, 0);
        return new EvaluationReport
        {
            Data = $"{data}; there was too little to measure on, so most figures say nothing",
            Count = images.Count,
            Patients = images.Select(image => image.Patient).Distinct().Count(),
            PositiveClass = decision.Positive.Name,
            Accuracy = Wilson.Interval(confusion.Tp + confusion.Tn, images.Count),
            BalancedAccuracy = unknown,
            Auc = new Estimate(0.5, 0, 1),
            AveragePrecision = unknown,
            Sensitivity = Wilson.Interval(confusion.Tp, confusion.Tp + confusion.Fn),
            Specificity = Wilson.Interval(confusion.Tn, confusion.Tn + confusion.Fp),
            Precision = Wilson.Interval(confusion.Tp, confusion.Tp + confusion.Fp),
            F1 = unknown,
            LogLoss = unknown,
            Brier = unknown,
            Ece = unknown,
            Threshold = decision.Threshold,
            Confusion = confusion,
            Roc = [new CurvePoint(0, 0, null), new CurvePoint(1, 1, null)],
            PrecisionRecall = [new CurvePoint(0, 0, null), new CurvePoint(1, 0, null)],
            Reliability = [],
        };
    }
}
