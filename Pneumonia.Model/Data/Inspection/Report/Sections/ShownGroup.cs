namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Files that show the same picture, in whatever way it is the same.</summary>
/// <param name="Files">Their paths within the data set.</param>
/// <param name="HasSameBytes">Whether all have the same bytes.</param>
/// <param name="AcrossSplits">Whether they lie in more than one split.</param>
/// <param name="AcrossClasses">Whether they lie in more than one class.</param>
internal sealed record ShownGroup(IReadOnlyList<string> Files, bool HasSameBytes, bool AcrossSplits, bool AcrossClasses)
{
    /// <summary>No more of a group's files are shown as pictures.</summary>
    public const int MostFiles = 6;

    /// <summary>What the pictures have in common, in words.</summary>
    public string Kind => HasSameBytes ? "the same bytes" : "the same picture, scaled, recompressed or of another exposure";

    /// <summary>All groups of an inspection, the worst first: two labels, then two splits, then the rest.</summary>
    public static IReadOnlyList<ShownGroup> Of(DataInspection inspection) =>
    [
        .. inspection.Duplicates.Select(group => new ShownGroup(group.Files, true, group.AcrossSplits, group.AcrossClasses))
            .Concat(inspection.EqualPictures.Select(group => new ShownGroup(group.Files, false, group.AcrossSplits, group.AcrossClasses)))
            .OrderByDescending(group => group.AcrossClasses).ThenByDescending(group => group.AcrossSplits),
    ];
}
