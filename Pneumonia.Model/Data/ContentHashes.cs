using System.Security.Cryptography;
using System.Text;

namespace Pneumonia.Model.Data;

/// <summary>One hash for many contents, whatever their order.</summary>
internal static class ContentHashes
{
    /// <summary>SHA-256 over the sorted hashes, lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<string> hashes) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes.Order(StringComparer.Ordinal)))));
}
