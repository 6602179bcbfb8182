using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Checks;

/// <summary>An image before the network sees it, inversion corrected.</summary>
/// <param name="Framed">The network's input, before its grey levels are normalised.</param>
/// <param name="Thumbnail"><see cref="Checks.Thumbnail"/> of the whole image.</param>
/// <param name="Found">Codes of what is found already.</param>
internal sealed record PreparedImage(FramedImage Framed, float[] Thumbnail, IReadOnlyList<string> Found);
