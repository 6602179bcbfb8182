using Pneumonia.Model.Data;

namespace Pneumonia.Model.Training.Packaging;

/// <summary>A held-out image and what the network says of it.</summary>
/// <param name="Image">The file.</param>
/// <param name="Label">Index of its true class.</param>
/// <param name="Logits">The network's output.</param>
internal sealed record HeldOutImage(XRay Image, int Label, float[] Logits);
