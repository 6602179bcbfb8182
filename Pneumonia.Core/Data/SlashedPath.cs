namespace Pneumonia.Core.Data;

/// <summary>Paths as they are shown, sorted and hashed: with slashes on every system, so that a folder of images is the same data set,
/// split in the same way, on Windows, too.</summary>
internal static class SlashedPath
{
    /// <summary>The path with slashes. Where the system separates by slashes, a backslash is a part of a name and stays.</summary>
    public static string Of(string path) => Of(path, Path.DirectorySeparatorChar);

    /// <summary>The path as it is seen from a folder.</summary>
    public static string Within(string folder, string path) => Of(Path.GetRelativePath(folder, path));

    /// <summary>As on a system with this separator.</summary>
    internal static string Of(string path, char separator) => separator == '/' ? path : path.Replace(separator, '/');
}
