using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>
/// Computes <see cref="Figures"/> of a set in which every image counts a whole number of times, in one pass over the sorted scores:
/// with ones it gives the point estimates, with the counts of a resample a bootstrap replicate.
/// </summary>
/// <remarks>
/// AUC is the Mann-Whitney statistic with ties counted half (Hanley and McNeil 1982); average precision, F1, Brier score and log loss
/// (probabilities clipped at 1e-15) are scikit-learn's; ECE is Guo et al. 2017, equation 3, on the positive class's probability.
/// </remarks>
internal sealed class WeightedFigures
{
    private const double Clip = 1e-15;

    private readonly ScoredSet _set;
    private readonly bool[] _called;
    private readonly double[] _logLoss;
    private readonly int[] _binOf;
    private readonly double[] _binGap;

    public WeightedFigures(ScoredSet set, double threshold, int bins)
    {
        (_set, _called) = (set, set.Called(threshold));
        _logLoss = [.. set.Scores.Select((score, i) => LogLoss(Math.Clamp(score, Clip, 1 - Clip), set.Positive[i]))];
        _binOf = Reliability.BinOf(set, bins);
        _binGap = new double[bins];
    }

    /// <summary>The figures, or null where the weights leave only one class.</summary>
    /// <param name="weights">How often each image counts, in the set's order.</param>
    public Figures? Compute(ReadOnlySpan<int> weights)
    {
        var (scores, positives) = (_set.Scores, _set.Positive);
        long tp = 0, fp = 0, groupTp = 0, groupFp = 0, calledTp = 0, calledFp = 0;
        double pairs = 0, precisionSum = 0, logLoss = 0, brier = 0;
        Array.Clear(_binGap);
        for (var i = 0; i < scores.Length; i++)
        {
            var weight = weights[i];
            var (score, positive) = (scores[i], positives[i]);
            var error = positive ? score - 1 : score;
            logLoss += weight * _logLoss[i];
            brier += weight * error * error;
            _binGap[_binOf[i]] += weight * error;
            groupTp += positive ? weight : 0;
            groupFp += positive ? 0 : weight;
            calledTp += positive && _called[i] ? weight : 0;
            calledFp += !positive && _called[i] ? weight : 0;

            if (i == scores.Length - 1 || scores[i + 1] != score)
            {
                pairs += groupFp * (tp + (groupTp / 2.0));
                tp += groupTp;
                fp += groupFp;
                precisionSum += groupTp == 0 ? 0 : groupTp * (tp / (double)(tp + fp));
                (groupTp, groupFp) = (0, 0);
            }
        }

        if (tp == 0 || fp == 0)
        {
            return null;
        }

        double count = tp + fp;
        return new Figures(
            BalancedAccuracy: ((calledTp / (double)tp) + ((fp - calledFp) / (double)fp)) / 2,
            Auc: pairs / ((double)tp * fp),
            AveragePrecision: precisionSum / tp,
            F1: 2.0 * calledTp / (calledTp + calledFp + tp),
            LogLoss: logLoss / count,
            Brier: brier / count,
            Ece: _binGap.Sum(Math.Abs) / count);
    }

    private static double LogLoss(double probability, bool positive) => -Math.Log(positive ? probability : 1 - probability);
}
