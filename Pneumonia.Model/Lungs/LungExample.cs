using Pneumonia.Core.Data;

namespace Pneumonia.Model.Lungs;

/// <summary>An X-ray with the mask of its lungs.</summary>
/// <param name="Image">Where it lies, and whose it is.</param>
/// <param name="Pixels">Row-major grey levels, 0 to 255.</param>
/// <param name="Mask">How much of each pixel is lung, 0 to 255.</param>
/// <param name="Hash">SHA-256 of both files together, lower-case hexadecimal.</param>
internal sealed record LungExample(XRay Image, byte[] Pixels, byte[] Mask, string Hash)
{
    /// <summary>The beginning of the hash: enough to know it by, and names nobody.</summary>
    public string ShortHash => Hash[..12];
}
