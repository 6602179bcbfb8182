using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Model.Data.Inspection;

/// <summary>Reads every image of a data set once and counts what it holds and what is wrong with it.</summary>
public static class DataInspector
{
    /// <summary>Inspects a data set on all cores.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="progress">Told after every image; may be null.</param>
    /// <param name="cancellationToken">Stops between two images.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DataInspection Inspect(
        DataSet data, IProgress<DataProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var files = ReadAll(data, progress, cancellationToken);
        var readable = files.Where(file => file.Reason is null).ToList();
        return new DataInspection
        {
            Name = data.Name,
            Synthetic = data.IsSynthetic,
            Images = data.Images.Count,
            Patients = data.Images.DistinctBy(image => image.Patient).Count(),
            ImagesWithoutPatient = data.ImagesWithoutPatient,
            Classes = Count(data),
            Storage = [.. readable.GroupBy(file => file.Image.Class).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => ClassStorage.Of(group.Key, [.. group]))],
            Sites = CountSites(data),
            Width = SizeRange.Of(readable.Select(file => file.Width)),
            Height = SizeRange.Of(readable.Select(file => file.Height)),
            Formats = new SortedDictionary<string, int>(
                readable.CountBy(file => file.Format.ToString()).ToDictionary(), StringComparer.Ordinal),
            BitDepths = new SortedDictionary<int, int>(readable.CountBy(file => file.BitDepth).ToDictionary()),
            Unreadable =
            [
                .. files.Where(file => file.Reason is not null)
                    .Select(file => new UnreadableFile(data.NameOf(file.Image), file.Reason!)),
            ],
            Duplicates = FindDuplicates(data, files),
            EqualPictures = FindEqualPictures(data, files),
            Odd = OddFiles.Find(readable, file => data.NameOf(file.Image)),
            Unused = data.Unused,
            ClassGaps =
            [
                .. data.Splits.SelectMany(split => data.Classes.Except(data.InSplits(split).Select(image => image.Class))
                    .Select(name => new ClassGap(split, name))),
            ],
            SharedPatients = FindSharedPatients(data),
        };
    }

    private static InspectedFile[] ReadAll(DataSet data, IProgress<DataProgress>? progress, CancellationToken cancellationToken)
    {
        var files = new InspectedFile[data.Images.Count];
        var (decoder, done) = (new RadiographDecoder(), 0);
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, files.Length, options, index =>
        {
            files[index] = InspectedFile.Read(data.Images[index], decoder);
            progress?.Report(new(Interlocked.Increment(ref done), files.Length));
        });
        return files;
    }

    private static IReadOnlyList<ClassCount> Count(DataSet data) =>
    [
        .. data.Images
            .GroupBy(image => (image.Split, image.Class))
            .Select(group => new ClassCount(
                group.Key.Split, group.Key.Class, group.Count(), group.DistinctBy(image => image.Patient).Count()))
            .OrderBy(count => Array.IndexOf([.. Split.All], count.Split))
            .ThenBy(count => count.Class, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<SiteCount> CountSites(DataSet data) => data.Sites.Count == 0 ? [] :
    [
        .. data.Images.GroupBy(image => (Site: image.Site ?? SiteCount.None, image.Class))
            .Select(group => new SiteCount(group.Key.Site, group.Key.Class, group.Count(), group.DistinctBy(image => image.Patient).Count()))
            .OrderBy(count => count.Site, StringComparer.Ordinal).ThenBy(count => count.Class, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<DuplicateGroup> FindDuplicates(DataSet data, IReadOnlyList<InspectedFile> files) =>
    [
        .. files
            .Where(file => file.Sha256 is not null)
            .GroupBy(file => file.Sha256!, file => file.Image)
            .Where(group => group.Count() > 1)
            .Select(group => new DuplicateGroup(
                group.Key,
                [.. group.Select(data.NameOf)],
                group.DistinctBy(image => image.Split).Count() > 1,
                group.DistinctBy(image => image.Class).Count() > 1)),
    ];

    private static IReadOnlyList<PictureGroup> FindEqualPictures(DataSet data, InspectedFile[] files) =>
    [
        .. Pictures.EqualPictures.Find([.. files.Select(file => file.Sha256)], [.. files.Select(file => file.Picture)])
            .Select(group => group.Select(i => files[i]).ToList())
            .Where(group => group.DistinctBy(file => file.Sha256).Count() > 1)
            .Select(group => new PictureGroup(
                [.. group.Select(file => data.NameOf(file.Image))],
                group.DistinctBy(file => file.Image.Split).Count() > 1,
                group.DistinctBy(file => file.Image.Class).Count() > 1,
                group.DistinctBy(file => file.Image.Patient).Count() > 1)),
    ];

    private static IReadOnlyList<SharedPatient> FindSharedPatients(DataSet data) =>
    [
        .. data.Images
            .Where(image => image.Split is not null)
            .GroupBy(image => image.Patient, image => image.Split!)
            .Select(group => new SharedPatient(group.Key, [.. Split.All.Where(group.Contains)]))
            .Where(patient => patient.Splits.Count > 1)
            .OrderBy(patient => patient.Patient, StringComparer.Ordinal),
    ];
}
