namespace Pneumonia.Core.Reports;

/// <summary>A bin of the reliability curve.</summary>
/// <param name="Low">Lower edge of the predicted probability.</param>
/// <param name="High">Upper edge.</param>
/// <param name="Count">Images in the bin.</param>
/// <param name="MeanPredicted">Mean predicted probability of the positive class in the bin; 0 when empty.</param>
/// <param name="ObservedRate">Share of positive images in the bin; 0 when empty.</param>
public sealed record ReliabilityBin(double Low, double High, int Count, double MeanPredicted, double ObservedRate);
