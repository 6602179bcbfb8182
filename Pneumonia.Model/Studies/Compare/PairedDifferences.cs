using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Compare;

/// <summary>The first model's figures less the second's, with 95% intervals of the paired bootstrap over patients: both models are
/// measured on every resample.</summary>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="Sensitivity">Sensitivity, each at its threshold.</param>
/// <param name="Specificity">Specificity, each at its threshold.</param>
/// <param name="Brier">Brier score; below 0 the first is better.</param>
/// <param name="LogLoss">Log loss; below 0 the first is better.</param>
public sealed record PairedDifferences(Estimate Auc, Estimate Sensitivity, Estimate Specificity, Estimate Brier, Estimate LogLoss);
