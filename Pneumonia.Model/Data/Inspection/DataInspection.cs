using Pneumonia.Model.Data.Listing;

namespace Pneumonia.Model.Data.Inspection;

/// <summary>What a data set holds and what is wrong with it. Files are named by their paths within the data set.</summary>
public sealed record DataInspection
{
    /// <summary>Name of the data folder, without its path.</summary>
    public required string Name { get; init; }

    /// <summary>Whether any of it is phantoms.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Files in class folders, readable or not.</summary>
    public required int Images { get; init; }

    /// <summary>Distinct patients over all splits and classes.</summary>
    public required int Patients { get; init; }

    /// <summary>Images whose names tell no patient; each counts as a patient of its own.</summary>
    public required int ImagesWithoutPatient { get; init; }

    /// <summary>Counts per split and class, in the order of splits and then classes.</summary>
    public required IReadOnlyList<ClassCount> Classes { get; init; }

    /// <summary>How the readable images of each class are stored.</summary>
    public IReadOnlyList<ClassStorage> Storage { get; init; } = [];

    /// <summary>Counts per site and class, where folders of several sites each hold the classes.</summary>
    public IReadOnlyList<SiteCount> Sites { get; init; } = [];

    /// <summary>Columns of the readable images; null where none is readable.</summary>
    public required SizeRange? Width { get; init; }

    /// <summary>Rows of the readable images; null where none is readable.</summary>
    public required SizeRange? Height { get; init; }

    /// <summary>Readable images by format.</summary>
    public required IReadOnlyDictionary<string, int> Formats { get; init; }

    /// <summary>Readable images by bits per pixel.</summary>
    public required IReadOnlyDictionary<int, int> BitDepths { get; init; }

    /// <summary>Files that are no readable image, each with its reason.</summary>
    public required IReadOnlyList<UnreadableFile> Unreadable { get; init; }

    /// <summary>Files with the same bytes.</summary>
    public required IReadOnlyList<DuplicateGroup> Duplicates { get; init; }

    /// <summary>Files that show the same picture in other bytes.</summary>
    public IReadOnlyList<PictureGroup> EqualPictures { get; init; } = [];

    /// <summary>Readable files that look unlike the rest.</summary>
    public IReadOnlyList<OddFile> Odd { get; init; } = [];

    /// <summary>Files and folders that are not used, by paths within the folder that was given.</summary>
    public IReadOnlyList<UnusedEntry> Unused { get; init; } = [];

    /// <summary>How many files are not used.</summary>
    public int UnusedFiles => Unused.Sum(entry => entry.Files);

    /// <summary>Classes that a split has no image of.</summary>
    public IReadOnlyList<ClassGap> ClassGaps { get; init; } = [];

    /// <summary>Patients with images in more than one split.</summary>
    public required IReadOnlyList<SharedPatient> SharedPatients { get; init; }

    /// <summary>Whether the same picture lies in more than one split: whatever is measured there is measured on known
    /// images.</summary>
    public bool HasLeak => Duplicates.Any(group => group.AcrossSplits) || EqualPictures.Any(group => group.AcrossSplits);

    /// <summary>Whether the same picture lies in more than one class.</summary>
    public bool HasLabelConflict => Duplicates.Any(group => group.AcrossClasses) || EqualPictures.Any(group => group.AcrossClasses);
}
