using Pneumonia.Core.Data;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Data.Listing;

/// <summary>Lists a folder and all below it. A link is followed once, and never to where the walk has been or comes from; what is left out is
/// told. What lies under a test split is known as such, so that no link brings it among other images.</summary>
internal sealed class FolderWalk
{
    private readonly string _root;
    private readonly string _realRoot;
    private readonly bool _excludeTest;
    private readonly HashSet<string> _ignored;
    private readonly Dictionary<string, string> _listed = new(StringComparer.Ordinal);
    private readonly List<string> _test = [];
    private readonly List<(FolderNode Parent, string ParentReal, string Path, bool InTest)> _folderLinks = [];
    private readonly List<(FolderNode Parent, string Path, bool InTest)> _fileLinks = [];

    private FolderWalk(string root, bool excludeTest, IReadOnlyCollection<string> ignored)
    {
        (_root, _realRoot, _excludeTest) = (root, RealPath.Of(root) ?? root, excludeTest);
        _ignored = [.. ignored.Select(ClassName.Fold)];
    }

    private List<UnusedEntry> Unused { get; } = [];

    /// <summary>Lists a folder.</summary>
    /// <param name="root">Its full path.</param>
    /// <param name="excludeTest">Whether test splits are passed over.</param>
    /// <param name="ignored">Names of folders to pass over.</param>
    public static (FolderNode Root, List<UnusedEntry> Unused) Of(string root, bool excludeTest, IReadOnlyCollection<string> ignored)
    {
        var walk = new FolderWalk(root, excludeTest, ignored);
        var node = new FolderNode(root);
        walk._listed.Add(walk._realRoot, root);
        walk.Visit(node, walk._realRoot, inTest: false);
        walk.FollowFolders();
        walk.FollowFiles();
        return (node, walk.Unused);
    }

    private void Visit(FolderNode node, string real, bool inTest)
    {
        foreach (var entry in new DirectoryInfo(node.Path).EnumerateFileSystemInfos("*", FolderCount.Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null;
            if (entry is DirectoryInfo)
            {
                var isTest = inTest || Split.Of(entry.Name) == Split.Test;
                if (SideNames.OfFolder(entry.Name, entry.Attributes) is { } reason)
                {
                    Leave(entry.FullName, reason, isLink);
                }
                else if (_ignored.Contains(ClassName.Fold(entry.Name)))
                {
                    Leave(entry.FullName, "to be left out, as was asked for", isLink);
                }
                else if (isLink)
                {
                    _folderLinks.Add((node, real, entry.FullName, isTest));
                }
                else
                {
                    Enter(node, entry.FullName, Path.Combine(real, entry.Name), isTest);
                }
            }
            else if (SideNames.OfFile(entry.Name, entry.Attributes) is { } reason)
            {
                Unused.Add(new(Shown(entry.FullName), 1, reason, SideNames.IsPart(entry.Name)));
            }
            else if (isLink)
            {
                _fileLinks.Add((node, entry.FullName, inTest));
            }
            else
            {
                Take(node, new(entry.FullName, Path.Combine(real, entry.Name)), (FileInfo)entry);
            }
        }
    }

    private void Enter(FolderNode parent, string path, string real, bool inTest)
    {
        if (!inTest && _test.Exists(test => RealPath.IsWithin(real, test)))
        {
            Leave(path, "belongs to the test split", isLink: true);
        }
        else if (!_listed.TryAdd(real, path))
        {
            Leave(path, $"is listed already, as {Shown(_listed[real])}/", isLink: true);
        }
        else if (inTest && _excludeTest)
        {
            _test.Add(real);
            _test.AddRange(FolderCount.LinksBelow(path).Select(RealPath.Of).OfType<string>().Where(IsTestsAlone));
            Leave(path, "the test split judges and is not learnt from", isLink: false);
        }
        else
        {
            if (inTest)
            {
                _test.Add(real);
            }

            var node = new FolderNode(path);
            parent.Folders.Add(node);
            Visit(node, real, inTest);
        }
    }

    // A link of the test split to a folder above it, or to images of another split, takes nothing from these.
    private bool IsTestsAlone(string real) => !RealPath.IsWithin(_realRoot, real)
        && !(RealPath.IsWithin(real, _realRoot) && Path.GetRelativePath(_realRoot, real).Split(Path.DirectorySeparatorChar).Any(name => Split.Of(name) is not null));

    // Links of the test split come first, so that what they lead to is test wherever else a link to it lies.
    private void FollowFolders()
    {
        while (_folderLinks.Count > 0)
        {
            var link = _folderLinks.OrderBy(each => !each.InTest).ThenBy(each => each.Path, StringComparer.Ordinal).First();
            _folderLinks.Remove(link);
            if (RealPath.Of(link.Path) is not { } real)
            {
                Leave(link.Path, "a link that leads nowhere", isLink: true);
            }
            else if (RealPath.IsWithin(link.ParentReal, real) || RealPath.IsWithin(_realRoot, real))
            {
                Leave(link.Path, "a link to a folder above it", isLink: true);
            }
            else
            {
                Enter(link.Parent, link.Path, real, link.InTest);
            }
        }
    }

    private void FollowFiles()
    {
        foreach (var (parent, path, inTest) in _fileLinks)
        {
            if (RealPath.Of(path) is not { } real)
            {
                Unused.Add(new(Shown(path), 1, "a link that leads nowhere"));
            }
            else if (!inTest && _test.Exists(test => RealPath.IsWithin(real, test)))
            {
                Unused.Add(new(Shown(path), 1, "a link into the test split"));
            }
            else
            {
                Take(parent, new(path, real), new FileInfo(real));
            }
        }
    }

    private void Take(FolderNode node, FoundFile file, FileInfo entry)
    {
        if (SpecialFile.KindOf(entry) is { } kind)
        {
            Unused.Add(new(Shown(file.Path), 1, $"{kind}, not a file"));
        }
        else
        {
            node.Files.Add(file);
        }
    }

    // What a link leads to is counted where it lies, if it does so in the folder at all.
    private void Leave(string path, string reason, bool isLink) =>
        Unused.Add(new(Shown(path) + "/", isLink ? 0 : FolderCount.Files(path), reason));

    private string Shown(string path) => SlashedPath.Within(_root, path);
}
