using System.Text.Json.Serialization;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Compare;

/// <summary>One of two models on the images that both judged.</summary>
/// <param name="Name">Name and short version.</param>
/// <param name="Threshold">Its operating threshold.</param>
/// <param name="Auc">Area under the ROC curve, with the bootstrap's interval over patients.</param>
/// <param name="Sensitivity">Sensitivity at its threshold, with Wilson's interval.</param>
/// <param name="Specificity">Specificity there, with Wilson's interval.</param>
/// <param name="Brier">Brier score.</param>
/// <param name="Ece">Expected calibration error.</param>
/// <param name="CalibrationLine">Calibration slope and intercepts; null where none can be fitted.</param>
public sealed record ComparedModel(
    string Name, double Threshold, Estimate Auc, Estimate Sensitivity, Estimate Specificity, Estimate Brier, Estimate Ece,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CalibrationLine? CalibrationLine = null)
{
    /// <summary>Takes the figures out of an evaluation.</summary>
    /// <param name="name">Name and short version.</param>
    /// <param name="report">The model's evaluation on the images.</param>
    public static ComparedModel Of(string name, EvaluationReport report) => new(
        name, report.Threshold, report.Auc, report.Sensitivity, report.Specificity, report.Brier, report.Ece, report.CalibrationLine);
}
