namespace Pneumonia.Core.Recipes.Progress;

/// <summary>Metrics of one epoch on one set of images.</summary>
/// <param name="Loss">Mean cross-entropy with the classes balanced.</param>
/// <param name="Auc">Area under the ROC curve; with more than two classes the mean over classes, one against the rest.</param>
/// <param name="Accuracy">Share of images whose likeliest class is right.</param>
public sealed record ValidationMetrics(double Loss, double Auc, double Accuracy);
