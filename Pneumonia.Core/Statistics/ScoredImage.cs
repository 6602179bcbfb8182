namespace Pneumonia.Core.Statistics;

/// <summary>One image with its true class and what the model says of it.</summary>
/// <param name="Patient">Patient key: images of one patient are drawn together when intervals are computed.</param>
/// <param name="Positive">Whether its true class is a positive one.</param>
/// <param name="Score">Calibrated probability of the positive classes together, 0 to 1.</param>
/// <param name="Threshold">Threshold that decides on this image, as cross-fitting gives it; null: that of the evaluation.</param>
public sealed record ScoredImage(string Patient, bool Positive, double Score, double? Threshold = null);
