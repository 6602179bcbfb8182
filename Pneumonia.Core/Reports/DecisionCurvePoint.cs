namespace Pneumonia.Core.Reports;

/// <summary>Net benefit at one threshold, in true positives per patient. That of treating nobody is 0.</summary>
/// <param name="Threshold">Probability from which a patient is treated, which says how many needless treatments one missed case is worth:
/// (1 - threshold) / threshold.</param>
/// <param name="Model">Net benefit of treating those whom the model gives the threshold or more.</param>
/// <param name="TreatAll">Net benefit of treating everybody.</param>
public sealed record DecisionCurvePoint(double Threshold, double Model, double TreatAll);
