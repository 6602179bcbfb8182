using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Serving;

/// <summary>What the pneumonia model is asked.</summary>
/// <param name="Radiograph">The decoded X-ray.</param>
/// <param name="WithSaliency">Whether to explain the answer by a saliency map, too.</param>
public sealed record PredictionInput(Radiograph Radiograph, bool WithSaliency = false);
