using System.Security.Cryptography;
using System.Text;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Model.Tuning;

/// <summary>Tells whether two searches see the same images.</summary>
internal static class ImageHashes
{
    /// <summary>SHA-256 over the names and contents of the images, whatever their order and wherever their folder lies; lower-case
    /// hexadecimal. A file that cannot be read counts by its name.</summary>
    public static string Of(IEnumerable<XRay> images, CancellationToken cancellation)
    {
        var lines = images.AsParallel().WithCancellation(cancellation)
            .Select(image => $"{image.Split}/{image.Class}/{Path.GetFileName(image.Path)} {Content(image.Path)}")
            .ToArray();
        Array.Sort(lines, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. lines, $"pictures {RadiographDecoder.PictureVersion}"]))));
    }

    private static string Content(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "unreadable";
        }
    }
}
