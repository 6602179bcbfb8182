namespace Pneumonia.Core.Checks;

/// <summary>What the checks know of an image once the network has seen it.</summary>
/// <param name="Thumbnail">Its <see cref="Thumbnail"/>, inversion corrected.</param>
/// <param name="Found">Codes of what was found before.</param>
/// <param name="Depths">The network's features at every depth, the shallowest first.</param>
internal sealed record ImageEvidence(float[] Thumbnail, IReadOnlyList<string> Found, float[][] Depths)
{
    /// <summary>All that the condition of an image is told from.</summary>
    public float[] All => [.. Thumbnail, .. Depths.SelectMany(depth => depth)];
}
