using Pneumonia.Core;
using Pneumonia.Core.Data;

namespace Pneumonia.Model.Data.Listing;

/// <summary>Says of every file and folder what it is: <c>SPLIT/CLASS/*</c>, <c>CLASS/*</c> or <c>CLASS/SPLIT/*</c>, each within
/// <c>SITE/</c>, too. What fits nowhere is told, and never becomes a class.</summary>
internal sealed class LayoutReader
{
    private const string NoClassFolder = "lies in no class folder";

    private readonly string _outer;
    private readonly List<UnusedEntry> _unused;
    private readonly List<(string? Split, FolderNode Folder)> _classes = [];
    private readonly List<ListedFile> _files = [];
    private readonly List<string> _splits = [];
    private string? _site;
    private UserText? _doubt;

    private LayoutReader(string outer, List<UnusedEntry> unused) => (_outer, _unused) = (outer, unused);

    /// <summary>Lists a folder, or the one of the same name inside it that unpacking an archive by hand makes.</summary>
    /// <param name="outer">Full path.</param>
    /// <param name="excludeTest">Whether test splits are passed over.</param>
    /// <param name="ignored">Names of folders to leave out.</param>
    /// <exception cref="UserException">The folders cannot be told classes.</exception>
    public static FolderListing Read(string outer, bool excludeTest, IReadOnlyCollection<string> ignored)
    {
        var (root, unused) = FolderWalk.Of(outer, excludeTest, ignored);
        var reader = new LayoutReader(outer, unused);
        root = reader.Unwrap(root);
        reader.ReadLevel(root, null);
        reader.LeaveLoose();
        new MaskNames(outer).Refuse(reader._classes, ignored);
        if (reader._doubt is { } doubt && ignored.Count == 0)
        {
            throw new UserException(doubt);
        }

        var files = reader._files.GroupBy(file => (file.Split, ClassName.Fold(file.Class), file.File.RealPath))
            .SelectMany(same => reader.OnceEach([.. same.OrderBy(file => file.File.Path != file.File.RealPath)]))
            .ToHashSet();
        return new(
            root.Path, [.. reader._classes.Select(one => (one.Split, one.Folder.Name)).Distinct()], [.. reader._files.Where(files.Contains)],
            [.. unused.OrderBy(entry => entry.Path, StringComparer.Ordinal)], reader._splits);
    }

    private static IEnumerable<FolderNode> Sorted(IEnumerable<FolderNode> folders) => folders.OrderBy(folder => folder.Path, StringComparer.Ordinal);

    private FolderNode Unwrap(FolderNode node)
    {
        while (!node.Folders.Exists(folder => Split.Of(folder.Name) is not null) && node.Folders is [var inner]
            && (inner.Name == node.Name || inner.Name == "chest_xray" || inner.Folders.Exists(folder => Split.Of(folder.Name) is not null)))
        {
            node.Files.ForEach(file => Leave(file, NoClassFolder));
            node = inner;
        }

        return node;
    }

    private void ReadLevel(FolderNode level, string? split)
    {
        level.Files.ForEach(file => Leave(file, NoClassFolder));
        var splits = split is null ? Sorted(level.Folders.Where(folder => Split.Of(folder.Name) is not null)).ToList() : [];
        if (splits.Count > 0)
        {
            _splits.AddRange(splits.Select(folder => folder.Name));
            foreach (var folder in level.Folders.Except(splits))
            {
                Leave(folder, $"lies beside the split folders {string.Join(", ", splits.Select(each => each.Name))}");
            }

            splits.ForEach(folder => ReadLevel(folder, Split.Of(folder.Name)));
            return;
        }

        var masks = level.Folders.Where(folder => IsMasks(folder, level)).ToList();
        var rest = level.Folders.Except(masks).ToList();
        if (rest.TrueForAll(folder => SideNames.IsImages(folder.Name)) && rest.Count + masks.Count > 0)
        {
            masks.ForEach(folder => Leave(folder, "holds masks or marks, by its name"));
            if (rest is not [var images] || images.Folders.Count < 2)
            {
                throw new UserException($"{level.Path}: {string.Join(", ", Sorted(level.Folders).Select(folder => folder.Name))} tell no class; "
                    + $"expected folders named after the classes, with the X-rays in them: there is no class folder.");
            }

            ReadLevel(images, split);
            return;
        }

        masks.ForEach(folder => Leave(folder, "holds masks or marks, by its name"));
        if (rest.Where(folder => SiteFolders.IsSite(folder, rest)).ToList() is { Count: > 0 } sites)
        {
            ReadSites(rest, sites, split);
            return;
        }

        _doubt ??= SiteFolders.Doubt(_outer, rest);
        foreach (var folder in Sorted(rest))
        {
            ReadClass(folder, split);
        }
    }

    // What lies beside sites is a class's folder only where a site has the class, too.
    private void ReadSites(IReadOnlyList<FolderNode> level, IReadOnlyList<FolderNode> sites, string? split)
    {
        foreach (var site in Sorted(sites))
        {
            var around = _site;
            _site = around is null ? site.Name : $"{around}/{site.Name}";
            ReadLevel(site, split);
            _site = around;
        }

        foreach (var folder in Sorted(level.Except(sites)))
        {
            if (SiteFolders.IsClass(folder) || _classes.Exists(known => ClassName.Same(known.Folder.Name, folder.Name)))
            {
                ReadClass(folder, split);
            }
            else
            {
                Leave(folder, $"holds no class folder, as {string.Join(", ", Sorted(sites).Select(site => site.Name))} beside it do");
            }
        }
    }

    // Beside NORMAL, NORMAL_masks and "masks NORMAL" are its masks.
    private static bool IsMasks(FolderNode folder, FolderNode level) => SideNames.IsMasks(folder.Name)
        || level.Folders.Exists(other => other != folder && SideNames.MaskOf(folder.Name) is { } of && ClassName.Same(of, other.Name));

    private void ReadClass(FolderNode folder, string? split)
    {
        if (Split.Of(folder.Name) is { } second && split is not null)
        {
            Leave(folder, $"a {second} folder within {split}");
            return;
        }

        _classes.Add((split, folder));
        List<ListedFile> files = [];
        Collect(folder, split, folder.Name, files);
        _files.AddRange(files.OrderBy(file => SlashedPath.Of(file.File.Path), StringComparer.Ordinal));
    }

    private void Collect(FolderNode folder, string? split, string name, List<ListedFile> files)
    {
        var stems = folder.Files.Select(file => file.Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folder.Files)
        {
            if (SideNames.MaskOf(file.Stem) is { } image && stems.Contains(image))
            {
                Leave(file, "a mask beside its image, by its name");
            }
            else
            {
                files.Add(new(file, split, name, _site));
            }
        }

        foreach (var child in folder.Folders)
        {
            var own = Split.Of(child.Name);
            if (SideNames.IsMasks(child.Name) || IsMasks(child, folder))
            {
                Leave(child, "holds masks or marks, by its name");
            }
            else if (own is not null && split is not null && own != split)
            {
                Leave(child, $"a {own} folder within {split}");
            }
            else
            {
                Collect(child, split ?? own, name, files);
            }
        }
    }

    // CLASS/SPLIT/*: what lies in a class folder and in no split could be of any.
    private void LeaveLoose()
    {
        if (_files.TrueForAll(file => file.Split is null))
        {
            return;
        }

        _files.Where(file => file.Split is null).ToList().ForEach(file => Leave(file.File, "lies in no split, while others of the data set do"));
        _files.RemoveAll(file => file.Split is null);
    }

    private IEnumerable<ListedFile> OnceEach(IReadOnlyList<ListedFile> same)
    {
        foreach (var again in same.Skip(1))
        {
            Leave(again.File, $"a link to {SlashedPath.Within(_outer, same[0].File.Path)}, which is listed");
        }

        return same.Take(1);
    }

    private void Leave(FoundFile file, string reason)
    {
        var name = Path.GetFileName(file.Path);
        var tells = reason == NoClassFolder && IsDocument(name);
        _unused.Add(new(SlashedPath.Within(_outer, file.Path), 1, tells ? "tells of the images" : reason, tells));
    }

    private void Leave(FolderNode folder, string reason) => _unused.Add(new(SlashedPath.Within(_outer, folder.Path) + "/", folder.AllFiles.Count(), reason));

    private static bool IsDocument(string name) =>
        Path.GetFileNameWithoutExtension(name).ToUpperInvariant() is "README" or "LICENSE" or "LICENCE" or "DATASET";
}
