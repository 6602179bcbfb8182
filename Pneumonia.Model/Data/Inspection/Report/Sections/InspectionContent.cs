namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>What the page of an inspection is made of.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Samples">Some images of each split and class, by paths within the data set.</param>
/// <param name="Pictures">What is shown small.</param>
/// <param name="Created">Time of the page.</param>
internal sealed record InspectionContent(
    DataInspection Inspection, IReadOnlyList<(string Name, IReadOnlyList<string> Files)> Samples, Thumbnails Pictures, DateTimeOffset Created)
{
    private const int SamplesEach = 8;
    private const int MostPictures = 400;

    /// <summary>Chooses and draws what is shown.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="data">The data set that was inspected.</param>
    /// <param name="created">Time of the page.</param>
    /// <param name="cancellation">Ends it.</param>
    public static InspectionContent Of(DataInspection inspection, DataSet data, DateTimeOffset created, CancellationToken cancellation)
    {
        var unreadable = inspection.Unreadable.Select(file => file.File).ToHashSet(StringComparer.Ordinal);
        List<(string, IReadOnlyList<string>)> samples =
        [
            .. inspection.Classes.Select(count => ($"{(count.Split is null ? "" : $"{count.Split}, ")}{count.Class}", Spread(
                [.. data.Images.Where(image => image.Split == count.Split && image.Class == count.Class).Select(data.NameOf).Where(file => !unreadable.Contains(file))]))),
        ];
        var shown = ShownGroup.Of(inspection).SelectMany(group => group.Files.Take(ShownGroup.MostFiles));
        return new(
            inspection, samples,
            Thumbnails.Draw(
                data.Root,
                [.. samples.SelectMany(sample => sample.Item2), .. inspection.Odd.Take(FileList.Most).Select(file => file.File), .. shown], MostPictures, cancellation),
            created);
    }

    // From the whole list, not from its beginning: the first files are often of one patient.
    private static IReadOnlyList<string> Spread(IReadOnlyList<string> files) =>
        [.. Enumerable.Range(0, Math.Min(SamplesEach, files.Count)).Select(i => files[(int)((long)i * files.Count / Math.Min(SamplesEach, files.Count))])];
}
