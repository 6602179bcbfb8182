using Pneumonia.Core.Data;

namespace Pneumonia.Model.Data;

/// <summary>Finds splits, class folders and image files by their names alone.</summary>
internal static class DataLayout
{
    private static readonly EnumerationOptions s_visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    private static readonly EnumerationOptions s_visibleBelow = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        RecurseSubdirectories = true,
    };

    private static readonly HashSet<string> s_sideFolders = ["__MACOSX"];

    private static readonly HashSet<string> s_sideFiles = ["boxes.csv", DataSet.SyntheticMarker, "Thumbs.db", "desktop.ini"];

    /// <summary>The folder that holds the splits or classes: <paramref name="root"/>, or the folder of the same name inside it
    /// that unpacking the archive by hand makes.</summary>
    public static string FindRoot(string root)
    {
        var inner = new[] { Path.GetFileName(root), "chest_xray" }
            .Select(name => Path.Combine(root, name))
            .FirstOrDefault(Directory.Exists);
        var isPlain = Folders(root).Any(folder => SplitOf(folder) is not null) || Folders(root).Count() > 1;
        return inner is not null && !isPlain ? inner : root;
    }

    /// <summary>Class folders with their splits, in ordinal order. The split is null in a flat data set.</summary>
    public static IReadOnlyList<(string? Split, string Folder)> ClassFolders(string root, bool excludeTest)
    {
        var splits = Folders(root).Where(folder => SplitOf(folder) is not null).ToList();
        return splits.Count == 0
            ? [.. Folders(root).Select(folder => ((string?)null, folder))]
            : [.. splits.Where(split => !(excludeTest && SplitOf(split) == Split.Test))
                .SelectMany(split => Folders(split).Select(folder => (SplitOf(split), folder)))];
    }

    /// <summary>Files of a class folder and the folders below it, in ordinal order, without hidden and side files.</summary>
    public static IEnumerable<string> Files(string classFolder) =>
        Directory.EnumerateFiles(classFolder, "*", s_visibleBelow)
            .Where(file => !s_sideFiles.Contains(Path.GetFileName(file)) && !InSideFolder(SlashedPath.Within(classFolder, file)))
            .OrderBy(SlashedPath.Of, StringComparer.Ordinal);

    private static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder, "*", s_visible)
            .Where(child => !s_sideFolders.Contains(Path.GetFileName(child)))
            .Order(StringComparer.Ordinal);

    private static string? SplitOf(string folder) =>
        Split.All.FirstOrDefault(split => split.Equals(Path.GetFileName(folder), StringComparison.OrdinalIgnoreCase));

    private static bool InSideFolder(string relativePath) =>
        relativePath.Split('/').Any(s_sideFolders.Contains);
}
