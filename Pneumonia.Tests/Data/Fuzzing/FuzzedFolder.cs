namespace Pneumonia.Tests.Data.Fuzzing;

/// <summary>A data set made from a seed: a layout, and any of the kinds of trouble that real ones have, together with what is right to say of
/// it.</summary>
internal sealed class FuzzedFolder
{
    private static readonly string[][] s_splitNames =
    [
        ["train", "Training", "TRAIN", "training_set"], ["val", "valid", "Validation", "dev"], ["test", "Testing", "holdout", "hold-out"],
    ];

    private static readonly string[] s_splits = ["train", "val", "test"];
    private static readonly string[][] s_classNames = [["NORMAL", "Normal", "normal"], ["L\u00fccke", "Lu\u0308cke", "L\u00dcCKE"]];
    private static readonly string[][] s_sites = [["hospital1", "hospital2"], ["2019", "2020", "2021"], ["Klinik A", "Klinik B"], ["land/h1", "land/h2", "isle/h3"]];
    private static readonly byte[][] s_broken = [[1], [], [.. "GIF89a"u8], [.. "<html></html>"u8], [.. "no image"u8], [0xFF, 0xD8, 0xFF, 0xD9]];
    private static readonly string[] s_sideFolders = ["@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "lost+found", ".@__thumb", ".git", "thumbs"];

    private readonly Random _random;
    private readonly FuzzedPictures _pictures;
    private readonly List<string> _classFolders = [];
    private int _picture;

    /// <summary>Writes it.</summary>
    public FuzzedFolder(int seed, string root, FuzzedPictures pictures)
    {
        (_random, _pictures, _picture) = (new Random(seed), pictures, seed * 100 % 4000);
        Root = root;
        Lay(_random.Next(5));
        var troubles = new Action[]
        {
            SideFolder, SideFile, Masks, MaskBesideImage, LinkUp, LinkAcross, LinkNowhere, LinkToFile, Loose, Copy, Scaled, Broken, CutMark, Pipe,
        };
        foreach (var trouble in troubles.Where(_ => _random.Next(3) == 0))
        {
            trouble();
        }
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>The images by path within the folder: split, number of the class, number of the picture.</summary>
    public Dictionary<string, (string? Split, int Class, int Picture)> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>Pairs of the same picture.</summary>
    public List<(string Known, string Again)> Equal { get; } = [];

    /// <summary>Those of the images that cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that lack the mark of their end.</summary>
    public List<string> Unmarked { get; } = [];

    /// <summary>Those of the images that can be read.</summary>
    public IEnumerable<(string Path, string? Split, int Class, int Picture)> Readable =>
        Images.Where(image => !Unreadable.Contains(image.Key)).Select(image => (image.Key, image.Value.Split, image.Value.Class, image.Value.Picture));

    private string AnyImage => Readable.Select(image => image.Path).Order(StringComparer.Ordinal).ElementAt(_random.Next(Images.Count - Unreadable.Count));

    private void Lay(int layout)
    {
        List<string?> splits = [.. s_splits.Where(split => split == "train" || _random.Next(4) > 0)];
        if (layout is 0 or 3)
        {
            splits = [null];
        }

        string[] sites = layout > 2 ? s_sites[_random.Next(s_sites.Length)] : [""];
        foreach (var (site, split) in sites.SelectMany(site => splits.Select(split => (site, split))))
        {
            var splitFolder = split is null ? "" : Any(s_splitNames[Array.IndexOf(s_splits, split)]);
            for (var label = 0; label < 2; label++)
            {
                // Of CLASS/SPLIT/*, the classes' folders are the same for all splits.
                var name = layout == 2 ? s_classNames[label][0] : Any(s_classNames[label]);
                var folder = layout switch
                {
                    0 => name,
                    1 => $"{splitFolder}/{name}",
                    2 => $"{name}/{splitFolder}",
                    3 => $"{site}/{name}",
                    _ => $"{site}/{splitFolder}/{name}",
                };
                _classFolders.Add(folder);
                for (var i = _random.Next(2, 5); i > 0; i--)
                {
                    Image($"{folder}/{(_random.Next(4) == 0 ? $"p{i}/" : "")}{(label == 0 ? $"IM-{_picture:0000}-0001" : $"x {_picture}")}.png", split, label, _picture, 48);
                    _picture++;
                }
            }
        }
    }

    private void SideFolder()
    {
        var name = Any(s_sideFolders);
        Write($"{AnyFolder()}/{name}/{_random.Next(9)}.png");
        Write($"{name}/deep/er/{_random.Next(9)}.jpg");
    }

    private void SideFile() => Write($"{AnyFolder()}/{Any(["Thumbs.db", ".DS_Store", "desktop.ini", "._x.png"])}");

    private void Masks()
    {
        foreach (var folder in _classFolders)
        {
            Write($"{folder}/{Any(["masks", "Mask", "annotations"])}/{_random.Next(9)}.png");
        }
    }

    private void MaskBesideImage() => Write(AnyImage.Replace(".png", "_mask.png", StringComparison.Ordinal));

    private void LinkUp() => Link($"{AnyFolder()}/up", Root);

    private void LinkAcross() => Link($"{_classFolders[0]}/across", Path.Combine(Root, _classFolders[^1]));

    private void LinkNowhere() => Link($"{AnyFolder()}/gone.png", Path.Combine(Root, "gone.png"));

    private void LinkToFile()
    {
        var image = AnyImage;
        Link(Path.Combine(Path.GetDirectoryName(image)!, "same.png"), Path.Combine(Root, image));
    }

    private void Loose() => Write(Any(["notes.txt", "1.png", "README.md"]));

    private void Broken()
    {
        var folder = AnyFolder();
        var (split, label, _) = Images.First(image => image.Key.StartsWith(folder + "/", StringComparison.Ordinal)).Value;
        var path = $"{folder}/broken {_random.Next(9)}.png";
        Write(path, s_broken[_random.Next(s_broken.Length)]);
        Images[path] = (split, label, -1);
        Unreadable.Add(path);
    }

    private void CutMark()
    {
        var folder = AnyFolder();
        var (split, label, _) = Images.First(image => image.Key.StartsWith(folder + "/", StringComparison.Ordinal)).Value;
        var path = $"{folder}/unmarked {_picture}.jpg";
        Write(path, FuzzedPictures.Unmarked(_picture));
        Images[path] = (split, label, _picture++);
        Unmarked.Add(path);
    }

    private void Pipe() => NamedPipe.Make(Path.Combine(Root, AnyFolder(), "pipe.png"));

    private void Copy() => Again(48);

    private void Scaled() => Again(72);

    private void Again(int side)
    {
        var known = AnyImage;
        var folder = AnyFolder();
        var (split, label, _) = Images.First(image => image.Key.StartsWith(folder + "/", StringComparison.Ordinal)).Value;
        var again = $"{folder}/again {side}.png";
        Image(again, split, label, Images[known].Picture, side);
        Equal.Add((known, again));
    }

    private string AnyFolder() => Any([.. _classFolders]);

    private string Any(string[] of) => of[_random.Next(of.Length)];

    private void Image(string path, string? split, int label, int picture, int side)
    {
        Write(path, _pictures.Of(picture, side));
        Images[path] = (split, label, picture);
    }

    private void Write(string path, byte[]? content = null)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content ?? [1]);
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(Path.Combine(Root, path), target);
}
