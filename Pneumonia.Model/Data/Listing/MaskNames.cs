using Pneumonia.Core;
using Pneumonia.Core.Data;

namespace Pneumonia.Model.Data.Listing;

/// <summary>Finds folders that lie side by side in every class and hold files of equal names: one is likely to hold masks, or copies, of what
/// the other holds, and only a person can say which.</summary>
/// <param name="outer">Full path of the folder that was given.</param>
internal sealed class MaskNames(string outer)
{
    /// <summary>What to give in a folder's place where all are to be used.</summary>
    public const string None = "none";

    // With fewer, equal names are no sign: patients' folders hold 1.png and 2.png, too.
    private const int LeastFiles = 3;

    /// <summary>Refuses such folders.</summary>
    /// <param name="classes">The class folders.</param>
    /// <param name="ignored">Folders that were named to be left out; where any is, a person has looked.</param>
    /// <exception cref="UserException">There are such folders.</exception>
    public void Refuse(IReadOnlyList<(string? Split, FolderNode Folder)> classes, IReadOnlyCollection<string> ignored)
    {
        var holding = classes.Select(one => one.Folder).Where(folder => folder.Folders.Count > 0).ToList();
        if (ignored.Count > 0 || holding.Count < 2)
        {
            return;
        }

        var common = holding.Select(Names).Aggregate((one, other) => [.. one.Intersect(other)]);
        foreach (var (one, other) in common.SelectMany((one, i) => common.Skip(i + 1).Select(other => (one, other))))
        {
            if (holding.TrueForAll(folder => AreEqual(Child(folder, one), Child(folder, other)))
                && holding.Exists(folder => Child(folder, one).AllFiles.Count() >= LeastFiles))
            {
                var (first, second) = (Child(holding[0], one), Child(holding[0], other));
                throw new UserException($"{outer}: {Shown(first)} and {Shown(second)} hold files of the same names, as masks or copies do; "
                    + $"leave one out with --ignore-folders {second.Name}, or give --ignore-folders {None} to use both.");
            }
        }
    }

    private static List<string> Names(FolderNode folder) =>
        [.. folder.Folders.Where(child => !SideNames.IsMasks(child.Name)).Select(child => ClassName.Fold(child.Name)).Distinct().Order(StringComparer.Ordinal)];

    private static FolderNode Child(FolderNode folder, string name) => folder.Folders.First(child => ClassName.Fold(child.Name) == name);

    private static bool AreEqual(FolderNode one, FolderNode other) =>
        one.Files.Select(file => file.Stem).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other.Files.Select(file => file.Stem));

    private string Shown(FolderNode folder) => SlashedPath.Within(outer, folder.Path);
}
