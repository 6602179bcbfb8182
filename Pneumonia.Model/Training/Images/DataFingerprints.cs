using System.Security.Cryptography;
using System.Text;
using Pneumonia.Model.Data;

namespace Pneumonia.Model.Training.Images;

/// <summary>Tells whether two trainings saw the same images, without naming any.</summary>
internal static class DataFingerprints
{
    /// <summary>SHA-256 over the sorted content hashes of both sets, lower-case hexadecimal.</summary>
    public static string Of(ImageStore training, ImageStore heldOut)
    {
        var hashes = training.ContentHashes.Concat(heldOut.ContentHashes).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));
    }
}
