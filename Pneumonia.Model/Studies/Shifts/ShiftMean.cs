namespace Pneumonia.Model.Studies.Shifts;

/// <summary>Means over the shifts, without the unchanged images.</summary>
/// <param name="Auc">Of the areas under the ROC curve.</param>
/// <param name="Sensitivity">Of the sensitivities.</param>
/// <param name="Specificity">Of the specificities.</param>
public sealed record ShiftMean(double Auc, double Sensitivity, double Specificity);
