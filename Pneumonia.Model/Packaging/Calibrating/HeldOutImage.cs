using Pneumonia.Core.Data;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>A held-out image and what the network says of it.</summary>
/// <param name="Image">The file.</param>
/// <param name="Label">Index of its true class.</param>
/// <param name="Logits">The network's output.</param>
internal sealed record HeldOutImage(XRay Image, int Label, float[] Logits)
{
    /// <summary>The network's output under simulated changes of machine; none where thresholds are not to hold under them.</summary>
    public IReadOnlyList<float[]> Shifted { get; init; } = [];

    /// <summary>How much it counts when something is fitted, against the mean of 1; more than 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The image as it is, and then under every change.</summary>
    public IEnumerable<HeldOutImage> Versions => [this with { Shifted = [] }, .. Shifted.Select(logits => new HeldOutImage(Image, Label, logits))];
}
