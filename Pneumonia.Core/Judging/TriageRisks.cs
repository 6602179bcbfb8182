namespace Pneumonia.Core.Judging;

/// <summary>Error rates that the limits of the triage keep to, as means over draws of the calibration patients.</summary>
/// <param name="RuleOut">Most positive patients with an image ruled out, as a share of the positive patients; more than 0, less than 1.</param>
/// <param name="RuleIn">Most negative patients with an image ruled in, as a share of the negative patients; more than 0, less than 1.
/// Twice the other by default: a needless look costs less than a missed disease, and there are fewer patients to show it on.</param>
public sealed record TriageRisks(double RuleOut = 0.01, double RuleIn = 0.02);
