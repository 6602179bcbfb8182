using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Checks;

/// <summary>How checks were fitted.</summary>
/// <param name="Images">Training images fitted on.</param>
/// <param name="ThresholdImages">Images of held-out patients that the thresholds were chosen on.</param>
/// <param name="FalseAlarmRate">Share of them that each depth's threshold was allowed to call out of distribution.</param>
/// <param name="Seed">Seed of the draw and of the spoilt images.</param>
/// <param name="FalseAlarms">Share refused of the other held-out patients' images, which nothing was chosen on; 95% interval.</param>
public sealed record ChecksOrigin(int Images, int ThresholdImages, double FalseAlarmRate, int Seed, Estimate? FalseAlarms = null);
