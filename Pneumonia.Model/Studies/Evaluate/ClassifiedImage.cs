namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>One image with its true class and what the model says of it.</summary>
/// <param name="Patient">Patient key: images of one patient are drawn together when intervals are computed.</param>
/// <param name="Class">Index of its true class.</param>
/// <param name="Probabilities">Calibrated probability of every class, in the order of the classes.</param>
/// <param name="Threshold">Threshold that decides on this image, as cross-fitting gives it; null: that of the evaluation.</param>
public sealed record ClassifiedImage(string Patient, int Class, IReadOnlyList<double> Probabilities, double? Threshold = null);
