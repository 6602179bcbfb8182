namespace Pneumonia.Core.Checks;

/// <summary>An image before the network sees it.</summary>
/// <param name="Grey">Row-major grey levels from 0 (black) to 1 (white) at the network's size, inversion corrected.</param>
/// <param name="Thumbnail">Its <see cref="Thumbnail"/>.</param>
/// <param name="Found">Codes of what is found already.</param>
internal sealed record PreparedImage(float[] Grey, float[] Thumbnail, IReadOnlyList<string> Found);
