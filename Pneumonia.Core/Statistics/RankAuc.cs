namespace Pneumonia.Core.Statistics;

/// <summary>Area under the ROC curve by ranks.</summary>
public static class RankAuc
{
    /// <summary>Probability that a positive example scores above a negative one, a tie counting half (Mann and Whitney 1947).</summary>
    /// <returns>0 to 1; 0.5 when a class is missing.</returns>
    /// <exception cref="UserException">A score is no number: it is neither above nor below another.</exception>
    public static double Of(double[] scores, bool[] positive)
    {
        if (scores.Any(double.IsNaN))
        {
            throw new UserException("A score is not a number, so the scores have no order and no area under the ROC curve.");
        }

        var positives = positive.LongCount(isPositive => isPositive);
        var negatives = scores.Length - positives;
        var rankSum = MidRanks.Of(scores).Where((_, i) => positive[i]).Sum();
        return positives == 0 || negatives == 0 ? 0.5 : (rankSum - positives * (positives + 1) / 2.0) / ((double)positives * negatives);
    }
}
