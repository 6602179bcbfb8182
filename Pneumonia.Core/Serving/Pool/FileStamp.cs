using System.Security.Cryptography;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>What tells cheaply that a file may have changed. A file renamed into place differs in its time of birth.</summary>
/// <param name="Path">The file that a link leads to.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Written">Last change, UTC.</param>
/// <param name="Born">Creation, UTC.</param>
internal sealed record FileStamp(string Path, long Length, DateTime Written, DateTime Born)
{
    /// <summary>The file's stamp; null where there is no file.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            var file = (FileInfo)(File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path));
            return file.Exists ? new FileStamp(file.FullName, file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Hash of a file's content; null where it cannot be read.</summary>
    public static string? ContentHash(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
