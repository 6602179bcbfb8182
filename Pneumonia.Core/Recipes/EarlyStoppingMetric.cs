namespace Pneumonia.Core.Recipes;

/// <summary>What tells the best epoch, measured on the validation set.</summary>
public enum EarlyStoppingMetric
{
    /// <summary>Mean loss with the classes balanced; the smaller the better.</summary>
    Loss,

    /// <summary>Area under the ROC curve, the mean over the classes; the larger the better.</summary>
    Auc,

    /// <summary>Share of images whose likeliest class is right; the larger the better.</summary>
    Accuracy,
}
