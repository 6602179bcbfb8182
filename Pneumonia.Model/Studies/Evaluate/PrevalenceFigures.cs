using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>What a model's verdicts are worth where a given share of the patients is positive.</summary>
/// <param name="Prevalence">Share of positive patients; more than 0, less than 1.</param>
/// <param name="Threshold">The operating threshold as a probability there: verdicts stay as they are.</param>
/// <param name="Ppv">Share of positive verdicts that are right.</param>
/// <param name="Npv">Share of negative verdicts that are right.</param>
/// <param name="Accuracy">Share of verdicts that are right.</param>
/// <param name="NetBenefit">Net benefit at <paramref name="Threshold"/>, in true positives per patient.</param>
/// <param name="TreatAll">Net benefit of treating everybody at <paramref name="Threshold"/>.</param>
public sealed record PrevalenceFigures(
    double Prevalence, double Threshold, Estimate Ppv, Estimate Npv, Estimate Accuracy, double NetBenefit, double TreatAll);
