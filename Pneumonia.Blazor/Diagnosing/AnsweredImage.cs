using Pneumonia.Core.Imaging;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>A decoded image and the answer for it.</summary>
/// <param name="Radiograph">The X-ray.</param>
/// <param name="Facts">What its file says of it.</param>
/// <param name="Prediction">The answer.</param>
public sealed record AnsweredImage(Radiograph Radiograph, ImageFacts Facts, Prediction Prediction);
