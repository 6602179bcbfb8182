using Pneumonia.Core;
using Pneumonia.Core.Data;

namespace Pneumonia.Model.Data.Listing;

/// <summary>Folders of hospitals, years or machines that each hold the same class folders: the classes are theirs, and they are none.</summary>
internal static class SiteFolders
{
    private static readonly HashSet<string> s_classes =
    [
        "normal", "normals", "healthy", "control", "controls", "negative", "negatives", "neg", "nofinding", "nofindings", "nopneumonia", "notpneumonia",
        "pneumonia", "pneumonias", "pneumonic", "positive", "positives", "pos", "sick", "diseased", "abnormal", "bacteria", "bacterial",
        "bacterialpneumonia", "pneumoniabacterial", "virus", "viral", "viralpneumonia", "pneumoniaviral", "covid", "covidpneumonia", "tuberculosis", "tb",
        "opacity", "lungopacity", "infiltration", "infiltrate", "consolidation",
    ];

    /// <summary>Whether a folder is a site's: named as no class is, and in it, whatever its splits, a folder named as a class is or as one
    /// beside it; or such folders in their turn.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="level">The folders beside it, itself included.</param>
    public static bool IsSite(FolderNode folder, IReadOnlyList<FolderNode> level) => folder.Files.Count == 0 && !IsClass(folder)
        && Inner(folder).Any(inner => IsClass(inner) || level.Any(other => other != folder && ClassName.Same(other.Name, inner.Name))
            || IsSite(inner, folder.Folders));

    /// <summary>Whether a folder's name is a class's that is known.</summary>
    public static bool IsClass(FolderNode folder) => s_classes.Contains(Letters(folder.Name));

    /// <summary>Why folders may be sites rather than classes, and only a person can say; null where nothing speaks for it.</summary>
    /// <param name="outer">Full path of the folder that was given.</param>
    /// <param name="level">The folders that would be classes.</param>
    public static UserText? Doubt(string outer, IReadOnlyList<FolderNode> level)
    {
        if (level.Count < 2 || level.Any(folder => folder.Files.Count > 0 || IsClass(folder)))
        {
            return null;
        }

        var names = level.Select(folder => Inner(folder).Select(inner => ClassName.Fold(inner.Name)).ToHashSet()).ToList();
        var shared = names.SelectMany(own => own).CountBy(name => name).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        if (!CanBeClasses([.. names.SelectMany(own => own)]) || !names.TrueForAll(own => 2 * own.Count(shared.Contains) >= Math.Max(1, own.Count)))
        {
            return null;
        }

        var (inside, outside) = (Listed(level.SelectMany(Inner)), Listed(level));
        return $"{outer}: {outside} hold the same folders, {inside}. If these are the classes, put the X-rays of all into one folder for each class, or give one "
            + $"of {outside} alone; if {outside} are the classes, give --ignore-folders {MaskNames.None}.";
    }

    // Numbered folders are patients', but for 0 and 1.
    private static bool CanBeClasses(HashSet<string> names) => names.Where(name => !SideNames.IsImages(name)).Select(Letters).Distinct().Count() > 1 || names.SetEquals(["0", "1"]);

    private static IEnumerable<FolderNode> Inner(FolderNode folder) => folder.Folders.Where(inner => !SideNames.IsMasks(inner.Name))
        .SelectMany(inner => Split.Of(inner.Name) is null ? [inner] : inner.Folders.AsEnumerable());

    private static string Listed(IEnumerable<FolderNode> folders) =>
        string.Join(" and ", folders.Select(folder => folder.Name).Distinct().Order(StringComparer.Ordinal).Take(4));

    private static string Letters(string name) => string.Concat(ClassName.Fold(name).Where(char.IsLetter));
}
