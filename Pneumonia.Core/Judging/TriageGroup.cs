using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Judging;

/// <summary>The images with one verdict of the triage.</summary>
/// <param name="Triage">The verdict.</param>
/// <param name="Positive">Positive images among them.</param>
/// <param name="Negative">Negative images among them.</param>
/// <param name="Share">Their share of all images.</param>
/// <param name="PositiveShare">The positive ones' share of them, at the images' prevalence.</param>
public sealed record TriageGroup(Triage Triage, int Positive, int Negative, Estimate Share, Estimate PositiveShare);
