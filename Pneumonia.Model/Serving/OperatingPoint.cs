using Pneumonia.Model.Evaluation;

namespace Pneumonia.Model.Serving;

/// <summary>A threshold and what it was chosen for.</summary>
/// <param name="Name">E.g. <c>balanced</c>.</param>
/// <param name="Threshold">Least calibrated probability of the positive classes together for a positive verdict, 0 to 1.</param>
/// <param name="Sensitivity">Sensitivity there on the held-out images.</param>
/// <param name="Specificity">Specificity there on the held-out images.</param>
/// <param name="Positives">Positive held-out images.</param>
/// <param name="Negatives">Negative held-out images.</param>
public sealed record OperatingPoint(
    string Name, double Threshold, Estimate Sensitivity, Estimate Specificity, int Positives, int Negatives);
