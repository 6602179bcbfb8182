namespace Pneumonia.Model.Data.Listing;

/// <summary>Counts what is not used, hidden or not.</summary>
internal static class FolderCount
{
    /// <summary>Lists whatever there is, and fails where it may not.</summary>
    public static EnumerationOptions Everything { get; } = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Files in a folder and below it, links not followed.</summary>
    public static int Files(string folder) => Below(folder).Count(entry => entry is FileInfo);

    /// <summary>Links in a folder and below it.</summary>
    public static IEnumerable<string> LinksBelow(string folder) => Below(folder).Where(IsLink).Select(entry => entry.FullName);

    private static IEnumerable<FileSystemInfo> Below(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true };
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options))
        {
            yield return entry;
            if (entry is DirectoryInfo && !IsLink(entry))
            {
                foreach (var below in Below(entry.FullName))
                {
                    yield return below;
                }
            }
        }
    }

    private static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;
}
