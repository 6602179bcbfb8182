using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Shifts;

/// <summary>How good a model is on the images under one shift.</summary>
/// <param name="Shift">Name of the shift.</param>
/// <param name="Images">Images.</param>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="Sensitivity">Sensitivity at the threshold that the unchanged images are judged with.</param>
/// <param name="Specificity">Specificity there.</param>
/// <param name="BalancedAccuracy">Mean of sensitivity and specificity.</param>
public sealed record ShiftFigures(
    string Shift, int Images, Estimate Auc, Estimate Sensitivity, Estimate Specificity, Estimate BalancedAccuracy)
{
    /// <summary>Takes the figures out of an evaluation.</summary>
    /// <param name="shift">Name of the shift.</param>
    /// <param name="report">Evaluation of the images under it.</param>
    public static ShiftFigures Of(string shift, EvaluationReport report) =>
        new(shift, report.Count, report.Auc, report.Sensitivity, report.Specificity, report.BalancedAccuracy);
}
