namespace Pneumonia.Model.Tuning;

/// <summary>What trials are ranked by, measured on the held-out patients.</summary>
public enum TuningMetric
{
    /// <summary>Area under the ROC curve; the larger the better.</summary>
    Auc,

    /// <summary>Mean loss with the classes balanced; the smaller the better.</summary>
    Loss,

    /// <summary>Mean over the classes of the share of their images that are called right; the larger the better.</summary>
    BalancedAccuracy,
}
