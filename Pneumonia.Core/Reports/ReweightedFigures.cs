using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>Figures on the held-out images, weighted so that what lies outside of the lungs tells nothing of the class: what to expect of images
/// from elsewhere, where shortcuts that these machines and clinics offer are missing. Few images carry most of the weight, so the intervals are wide.</summary>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="Sensitivity">Sensitivity at the threshold.</param>
/// <param name="Specificity">Specificity at the threshold.</param>
/// <param name="Ece">Expected calibration error.</param>
/// <param name="LogLoss">Mean negative log-likelihood, natural logarithm.</param>
/// <param name="EffectivePositives">So many positive images of the same weight would tell as much (Kish 1965).</param>
/// <param name="EffectiveNegatives">The same of the negative ones.</param>
public sealed record ReweightedFigures(
    Estimate Auc, Estimate Sensitivity, Estimate Specificity, Estimate Ece, Estimate LogLoss, double EffectivePositives, double EffectiveNegatives);
