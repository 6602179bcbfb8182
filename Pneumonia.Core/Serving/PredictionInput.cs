using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Serving;

/// <summary>What the pneumonia model is asked.</summary>
/// <param name="Radiograph">The decoded X-ray.</param>
/// <param name="WithSaliency">Whether to explain the answer by a saliency map, too.</param>
/// <param name="Age">The patient's years; null: unknown. Where children and adults are judged apart, it stands above what the image shows.</param>
public sealed record PredictionInput(Radiograph Radiograph, bool WithSaliency = false, int? Age = null);
