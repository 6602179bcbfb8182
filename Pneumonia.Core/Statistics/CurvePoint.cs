namespace Pneumonia.Core.Statistics;

/// <summary>A point of a ROC or precision-recall curve.</summary>
/// <param name="X">False positive rate (ROC) or recall (precision-recall).</param>
/// <param name="Y">True positive rate (ROC) or precision (precision-recall).</param>
/// <param name="Threshold">Score at which the point is reached; the first point of a curve has no such score and holds null.</param>
public sealed record CurvePoint(double X, double Y, double? Threshold);
