namespace Pneumonia.Model.Tuning;

/// <summary>How good a trial is on the held-out patients at one rung: the figures of the weights that <c>train</c> would keep, those
/// of the best epoch so far.</summary>
/// <param name="Epochs">Epochs of the rung.</param>
/// <param name="BestEpoch">The epoch whose weights these are.</param>
/// <param name="Auc">Area under the ROC curve; with more than two classes the mean over classes, one against the rest.</param>
/// <param name="Loss">Mean cross-entropy with the classes balanced.</param>
/// <param name="BalancedAccuracy">Mean over the classes of the share of their images whose likeliest class is right.</param>
public sealed record TrialScore(int Epochs, int BestEpoch, double Auc, double Loss, double BalancedAccuracy)
{
    /// <summary>The figure that a metric names.</summary>
    public double Of(TuningMetric metric) => metric switch
    {
        TuningMetric.Loss => Loss,
        TuningMetric.BalancedAccuracy => BalancedAccuracy,
        _ => Auc,
    };
}
