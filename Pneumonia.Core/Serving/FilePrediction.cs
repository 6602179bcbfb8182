using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Serving;

/// <summary>The answer for one file, or why there is none.</summary>
/// <param name="File">The file as given.</param>
/// <param name="Radiograph">The decoded X-ray; null when it could not be read.</param>
/// <param name="Prediction">The answer; null when it could not be read.</param>
/// <param name="Error">Why there is no answer, one sentence; null when there is one.</param>
public sealed record FilePrediction(string File, Radiograph? Radiograph, Prediction? Prediction, string? Error);
