using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Package;

/// <summary>How well children and adults are told apart. Intervals are Wilson's.</summary>
/// <param name="Children">Share of the children's held-out images called children's.</param>
/// <param name="Adults">Share of the adults' held-out images called adults'.</param>
public sealed record PopulationFigures(Estimate Children, Estimate Adults);
