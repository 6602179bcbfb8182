using Pneumonia.Core;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>Evaluates a model that tells positive images from negative ones.</summary>
public static class BinaryEvaluation
{
    /// <summary>
    /// Computes every figure and curve. Accuracy, sensitivity, specificity and precision have Wilson's intervals, which take images
    /// as independent; the AUC has DeLong's, too; calibration slope and intercepts have standard errors; all others have the percentile
    /// bootstrap's over patients. Precision without a positive verdict is 0, with an
    /// interval from 0 to 1.
    /// </summary>
    /// <param name="images">Images of both classes, in any order.</param>
    /// <param name="options">Threshold, seed and names.</param>
    /// <exception cref="UserException">
    /// There is no image, only one class, a score that is no probability, or an option out of range.
    /// </exception>
    public static EvaluationReport Evaluate(IReadOnlyList<ScoredImage> images, EvaluationOptions options)
    {
        Check(options);
        var set = new ScoredSet(images, options.Data);
        var figures = new WeightedFigures(set, options.Threshold, options.Bins);
        var ones = new int[set.Count];
        Array.Fill(ones, 1);
        var value = figures.Compute(ones)!;
        var replicates = Bootstrap.Resample(
            set.Patient, set.Patients, weights => figures.Compute(weights), options.Resamples, new Random(options.Seed));
        Estimate Bootstrapped(Func<Figures, double> figure) => Bootstrap.Interval(figure(value), replicates.Select(figure));

        var confusion = Confusion(set, options.Threshold);
        return new EvaluationReport
        {
            Data = options.Data,
            Count = set.Count,
            Patients = set.Patients,
            PositiveClass = options.PositiveClass,
            Accuracy = Wilson.Interval(confusion.Tp + confusion.Tn, set.Count),
            BalancedAccuracy = Bootstrapped(figure => figure.BalancedAccuracy),
            Auc = Bootstrapped(figure => figure.Auc),
            AveragePrecision = Bootstrapped(figure => figure.AveragePrecision),
            Sensitivity = Wilson.Interval(confusion.Tp, set.Positives),
            Specificity = Wilson.Interval(confusion.Tn, set.Negatives),
            Precision = Wilson.Interval(confusion.Tp, confusion.Tp + confusion.Fp),
            F1 = Bootstrapped(figure => figure.F1),
            LogLoss = Bootstrapped(figure => figure.LogLoss),
            Brier = Bootstrapped(figure => figure.Brier),
            Ece = Bootstrapped(figure => figure.Ece),
            Threshold = options.Threshold,
            Confusion = confusion,
            Roc = Curves.Roc(set),
            PrecisionRecall = Curves.PrecisionRecall(set),
            Reliability = Reliability.Curve(set, options.Bins),
            AucDeLong = DeLong.Interval(images),
            CalibrationLine = CalibrationLineFit.Of(images),
            DecisionCurve = DecisionCurve.Of(images),
            Scores = HeldOutScores.Of(images),
        };
    }

    private static ConfusionMatrix Confusion(ScoredSet set, double threshold)
    {
        var called = set.Called(threshold);
        var tp = called.Where((isCalled, i) => isCalled && set.Positive[i]).Count();
        var fp = called.Count(isCalled => isCalled) - tp;
        return new ConfusionMatrix(tp, fp, set.Negatives - fp, set.Positives - tp);
    }

    private static void Check(EvaluationOptions options)
    {
        if (options.Threshold is not (>= 0 and <= 1))
        {
            throw new UserException($"The threshold must be between 0 and 1, and is {options.Threshold}.");
        }

        if (options.Resamples < 1)
        {
            throw new UserException($"The number of bootstrap resamples must be 1 or more, and is {options.Resamples}.");
        }

        if (options.Bins < 1)
        {
            throw new UserException($"The number of reliability bins must be 1 or more, and is {options.Bins}.");
        }
    }
}
