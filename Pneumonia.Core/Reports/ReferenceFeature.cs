namespace Pneumonia.Core.Reports;

/// <summary>How a feature is distributed over the images that a model was evaluated on.</summary>
/// <param name="Name">One of the names of <see cref="ReferenceDistribution"/>.</param>
/// <param name="Percentiles">The 0th, 1st, ... 100th percentile, rising.</param>
public sealed record ReferenceFeature(string Name, IReadOnlyList<double> Percentiles);
