namespace Pneumonia.Model.Data.Listing;

/// <summary>Where paths lead when every link on the way is followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path without links; null where a link leads nowhere or in a circle.</summary>
    public static string? Of(string path) => Of(Path.GetFullPath(path), MostLinks);

    /// <summary>Whether a path is a folder or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Of(string path, int linksLeft)
    {
        if (linksLeft == 0)
        {
            return null;
        }

        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        if (Of(parent, linksLeft) is not { } real)
        {
            return null;
        }

        var here = Path.Combine(real, Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target ? Of(Path.GetFullPath(target, real), linksLeft - 1)
            : Path.Exists(here) ? here
            : null;
    }
}
