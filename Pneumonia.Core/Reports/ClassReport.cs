using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>Figures of one class against the rest.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Count">Images of the class.</param>
/// <param name="Sensitivity">Share of its images called by its name; recall.</param>
/// <param name="Precision">Share of the images called by its name that are of the class.</param>
/// <param name="F1">Harmonic mean of the two.</param>
/// <param name="Auc">Area under the ROC curve of its probability, its images against all others.</param>
public sealed record ClassReport(string Class, int Count, Estimate Sensitivity, Estimate Precision, Estimate F1, Estimate Auc);
