namespace Pneumonia.Blazor.Monitoring.Performance;

/// <summary>What every figure and chart of the page is drawn for.</summary>
/// <param name="Threshold">Least score for a positive verdict, 0 to 1.</param>
/// <param name="Prevalence">Share of the patients who are positive where the model shall work; more than 0, less than 1.</param>
public sealed record ChosenPoint(double Threshold, double Prevalence);
