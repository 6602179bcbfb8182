using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Model.Data.Listing;

namespace Pneumonia.Model.Data;

/// <summary>The images of a folder, known by name only: nothing is read until somebody reads it.</summary>
/// <remarks>Three layouts: Kaggle's <c>train|val|test/CLASS/*</c>, the flat <c>CLASS/*</c>, and <c>CLASS/train|val|test/*</c>, and each of them within folders of sites. Every visible
/// file of a class folder is an image to be read, whatever its extension, so that a broken one turns up as unreadable and is not passed over in
/// silence; what is no image of the set by its name or place is told in <see cref="Unused"/>.</remarks>
public sealed class DataSet
{
    /// <summary>Name of the file that marks a folder of phantoms.</summary>
    public const string SyntheticMarker = DataSetFiles.SyntheticMarker;

    private DataSet(
        string root, IReadOnlyList<string> classes, IReadOnlyList<XRay> images, IReadOnlyList<UnusedEntry> unused, int imagesWithoutCause = 0)
    {
        (Root, Classes, Images, Unused, ImagesWithoutCause) = (root, classes, images, unused, imagesWithoutCause);
        Splits = [.. Split.All.Where(split => images.Any(image => image.Split == split))];
        ImagesWithoutPatient = images.Count(image => image.Acquisition is null);
        IsSynthetic = File.Exists(Path.Combine(root, SyntheticMarker))
            || images.Any(image => FileNameRules.IsSynthetic(image.Path));
    }

    /// <summary>Full path of the folder that holds the splits or the classes.</summary>
    public string Root { get; }

    /// <summary>Name of that folder, without its path.</summary>
    public string Name => Path.GetFileName(Root);

    /// <summary>Class names, two or more, in the order of the network's scores: folders in ordinal order; NORMAL, BACTERIAL,
    /// VIRAL by cause.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>All images, in ordinal order of their paths within each split.</summary>
    public IReadOnlyList<XRay> Images { get; }

    /// <summary>The splits that hold images, in the order <c>train</c>, <c>val</c>, <c>test</c>; empty in a flat data
    /// set.</summary>
    public IReadOnlyList<string> Splits { get; }

    /// <summary>Names of the folders that each hold the classes, in ordinal order; empty where the classes lie in the folder itself.</summary>
    public IReadOnlyList<string> Sites => [.. Images.Select(image => image.Site).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Files and folders that are not used, each with its reason, by paths within the folder that was given.</summary>
    public IReadOnlyList<UnusedEntry> Unused { get; }

    /// <summary>Images whose names tell no patient. Each of them counts as a patient of its own.</summary>
    public int ImagesWithoutPatient { get; }

    /// <summary>Images left out, as <see cref="LabelScheme.BacteriaVirus"/> was asked for and their names tell no cause.</summary>
    public int ImagesWithoutCause { get; }

    /// <summary>Whether every name tells its patient. Where not, a split by patient cannot be vouched for: say so.</summary>
    public bool HasPatientNames => ImagesWithoutPatient == 0;

    /// <summary>Whether any of it is phantoms: the marker file lies in the folder, or a name begins with
    /// <c>synthetic-</c>.</summary>
    public bool IsSynthetic { get; }

    /// <summary>Lists a folder.</summary>
    /// <param name="root">The folder, or the one around it that unpacking Kaggle's archive makes
    /// (<c>chest_xray/chest_xray</c>).</param>
    /// <param name="excludeTest">True: <c>test</c> is passed over, and whatever links to it. Whatever trains or chooses opens its data so.</param>
    /// <param name="labels">Where the classes come from.</param>
    /// <param name="ignoreFolders">Names of folders to leave out, separated by commas; see <see cref="MaskNames"/>.</param>
    /// <exception cref="UserException">The folder is missing, or holds fewer than two classes, or an empty one.</exception>
    public static DataSet Open(string root, bool excludeTest = false, LabelScheme labels = LabelScheme.Folders, string? ignoreFolders = null)
    {
        var outer = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(outer))
        {
            throw new UserException($"{root}: there is no such folder; chest_xray/README.md says how to get the images.");
        }

        try
        {
            var ignored = (ignoreFolders ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var folders = List(LayoutReader.Read(outer, excludeTest, ignored), excludeTest);
            return labels == LabelScheme.Folders ? folders : ByCause(folders);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new UserException($"{root}: the folder cannot be listed: {exception.Message}", exception);
        }
    }

    /// <summary>Images of the named splits.</summary>
    /// <param name="splits">Of <see cref="Split"/>'s names.</param>
    public IReadOnlyList<XRay> InSplits(params string[] splits) => [.. Images.Where(image => splits.Contains(image.Split))];

    /// <summary>An image's path within <see cref="Root"/>, as shown to users.</summary>
    public string NameOf(XRay image) => SlashedPath.Within(Root, image.Path);

    private static DataSet List(FolderListing listing, bool excludeTest)
    {
        var root = listing.Root;
        if (listing.Classes.Count == 0)
        {
            var splits = string.Join('|', Split.All.Where(split => !(excludeTest && split == Split.Test)));
            var names = string.Join(", ", listing.SplitFolders);
            var found = listing.SplitFolders.Count == 0 ? (UserText)"" : listing.SplitFolders.Count == 1 ? (UserText)$" ({names} is a split)" : $" ({names} are splits)";
            throw new UserException($"{root}: there is no class folder{found}; expected {splits}/CLASS/* or CLASS/*.{NotUsed(listing)}");
        }

        // One spelling for each class: that of the split which is learnt from, else the first in ordinal order.
        var spelt = listing.Classes.OrderBy(folder => Array.IndexOf([.. Split.All], folder.Split)).ThenBy(folder => folder.Name, StringComparer.Ordinal)
            .DistinctBy(folder => ClassName.Fold(folder.Name)).ToDictionary(folder => ClassName.Fold(folder.Name), folder => folder.Name);
        string[] classes = [.. spelt.Values.Order(StringComparer.Ordinal)];
        if (classes.Length < 2)
        {
            throw new UserException($"{root}: {classes[0]} is the only class folder; two or more are needed.{NotUsed(listing)}");
        }

        var images = listing.Files.Select(file => Describe(root, file, spelt[ClassName.Fold(file.Class)])).ToList();
        return classes.Except(images.Select(image => image.Class)).FirstOrDefault() is { } empty
            ? throw new UserException($"{root}: class {empty} holds no image.{NotUsed(listing)}")
            : new DataSet(root, classes, images, listing.Unused);
    }

    private static UserText NotUsed(FolderListing listing)
    {
        var lines = UnusedEntry.Lines(listing.Unused);
        return lines.Count == 0 ? (UserText)""
            : lines.Count > 3 ? (UserText)$" Not used: {string.Join("; ", lines.Take(3))}; {lines.Count - 3} more."
            : $" Not used: {string.Join("; ", lines)}.";
    }

    private static DataSet ByCause(DataSet folders)
    {
        XRay[] images = [.. folders.Images.Select(CauseLabels.Relabel).OfType<XRay>()];
        return CauseLabels.Classes.Except(images.Select(image => image.Class)).FirstOrDefault() is { } missing
            ? throw new UserException(
                $"{folders.Root}: the class folders {string.Join(", ", folders.Classes)} and their files' names tell no {missing} image; "
                + $"{string.Join(", ", CauseLabels.Classes)} are needed.")
            : new DataSet(folders.Root, CauseLabels.Classes, images, folders.Unused, folders.Images.Count - images.Length);
    }

    private static XRay Describe(string root, ListedFile listed, string name)
    {
        var file = listed.File.Path;
        var facts = FileNameRules.Read(file);
        var patient = facts?.Patient ?? SlashedPath.Within(root, file);
        return new(file, name, listed.Split, patient, facts?.Cause, facts?.Acquisition) { Site = listed.Site };
    }
}
