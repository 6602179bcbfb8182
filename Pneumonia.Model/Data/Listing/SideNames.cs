using System.Text.RegularExpressions;
using Pneumonia.Core.Data;

namespace Pneumonia.Model.Data.Listing;

/// <summary>Names of files and folders that lie among X-rays and are none.</summary>
internal static partial class SideNames
{
    private static readonly Dictionary<string, string> s_folders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["__MACOSX"] = "what macOS adds to archives",
        ["@eaDir"] = "thumbnails of a network drive", [".@__thumb"] = "thumbnails of a network drive", ["@__thumb"] = "thumbnails of a network drive",
        ["thumb"] = "thumbnails", ["thumbs"] = "thumbnails", ["thumbnail"] = "thumbnails", ["thumbnails"] = "thumbnails",
        ["#recycle"] = "a bin of deleted files", ["@Recycle"] = "a bin of deleted files", ["$RECYCLE.BIN"] = "a bin of deleted files",
        ["RECYCLER"] = "a bin of deleted files", ["RECYCLED"] = "a bin of deleted files", ["Network Trash Folder"] = "a bin of deleted files",
        ["#snapshot"] = "snapshots of a network drive", ["@Recently-Snapshot"] = "snapshots of a network drive", ["~snapshot"] = "snapshots of a network drive",
        ["System Volume Information"] = "a folder of the system", ["lost+found"] = "a folder of the system", ["Temporary Items"] = "a folder of the system",
        ["@tmp"] = "a folder of the system", ["@sharebin"] = "a folder of the system", ["__pycache__"] = "a folder of a program",
    };

    private static readonly HashSet<string> s_systemFiles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "Icon\r", "SYNOINDEX_MEDIA_INFO",
    };

    private static readonly HashSet<string> s_parts = new(StringComparer.OrdinalIgnoreCase) { "boxes.csv", DataSetFiles.SyntheticMarker, DataDescription.FileName };

    private static readonly HashSet<string> s_masks =
    [
        "mask", "masks", "lungmask", "lungmasks", "segmentation", "segmentations", "segmask", "segmasks", "annotation", "annotations", "label", "labels",
        "groundtruth", "gt", "heatmap", "heatmaps", "overlay", "overlays", "contour", "contours",
    ];

    private static readonly HashSet<string> s_images = ["image", "images", "img", "imgs", "xray", "xrays", "cxr", "cxrs", "radiograph", "radiographs"];

    /// <summary>Why a folder is passed over; null where its name is no reason.</summary>
    public static string? OfFolder(string name, FileAttributes attributes) =>
        s_folders.GetValueOrDefault(name) ?? (FoundFolder().IsMatch(name) ? "a folder of the system" : Hidden(name, attributes));

    /// <summary>Why a file is passed over; null where its name is no reason.</summary>
    public static string? OfFile(string name, FileAttributes attributes) =>
        s_systemFiles.Contains(name) ? "a file of the system" : IsPart(name) ? "tells of the images" : Hidden(name, attributes);

    /// <summary>Whether a file belongs to a data set and is no image.</summary>
    public static bool IsPart(string name) => s_parts.Contains(name);

    /// <summary>Whether a folder's name says that it holds masks or other marks of what is on the images.</summary>
    public static bool IsMasks(string folder) => s_masks.Contains(Letters(folder));

    /// <summary>Whether a folder's name says that it holds images, and not which.</summary>
    public static bool IsImages(string folder) => s_images.Contains(Letters(folder));

    /// <summary>The name of the image that a file's name says it is the mask of; null where it says none.</summary>
    public static string? MaskOf(string stem) => Mask().Match(stem) is { Success: true } mask ? mask.Groups["image"].Value : null;

    private static string Letters(string name) => string.Concat(ClassName.Fold(name).Where(char.IsLetter));

    private static string? Hidden(string name, FileAttributes attributes) =>
        name.StartsWith('.') || (attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0 ? "hidden" : null;

    [GeneratedRegex(@"^found\.\d{3}$", RegexOptions.IgnoreCase)]
    private static partial Regex FoundFolder();

    [GeneratedRegex(@"^(?<image>.+?)[ _-]+(mask|masks|seg|segmentation|lungmask|groundtruth|gt|overlay|heatmap)([ _-]?\d+)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Mask();
}
