namespace Pneumonia.Model.Data.Listing;

/// <summary>A file or folder of a data set that is not used.</summary>
/// <param name="Path">Its path within the folder that was given; a folder's ends in a slash.</param>
/// <param name="Files">Files in it and below, itself included.</param>
/// <param name="Reason">Why it is not used.</param>
/// <param name="Expected">Whether it is a part of the data set that is no image, such as its description.</param>
public sealed record UnusedEntry(string Path, int Files, string Reason, bool Expected = false)
{
    private const int NamedEach = 3;

    /// <summary>The entries as lines for a reader, those that need no mention left out; many files of one folder share a line.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<UnusedEntry> entries) =>
    [
        .. entries.Where(entry => !entry.Expected)
            .GroupBy(entry => (Folder: entry.Path.EndsWith('/') ? entry.Path : FolderOf(entry.Path), entry.Reason))
            .SelectMany(group => group.Count() > NamedEach
                ? [$"{group.Key.Folder}* ({Count(group.Sum(entry => entry.Files))}): {group.Key.Reason}"]
                : group.Select(entry => $"{entry.Path} ({Count(entry.Files)}): {entry.Reason}")),
    ];

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static string Count(int files) => files == 1 ? "1 file" : $"{files} files";
}
