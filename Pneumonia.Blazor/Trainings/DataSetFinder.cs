using Pneumonia.Core;
using Pneumonia.Core.Data;

namespace Pneumonia.Blazor.Trainings;

/// <summary>Finds data sets below the configured folders, and nowhere else.</summary>
internal sealed class DataSetFinder(TrainingPaths paths)
{
    private const int Depth = 2;

    /// <summary>Stands for a few hundred drawn images, with which a training can be tried where there are no X-rays.</summary>
    public static TrainingDataSet Phantoms { get; } = new("synthetic phantoms", string.Empty);

    /// <summary>The data sets there are, by name; phantoms last.</summary>
    public IReadOnlyList<TrainingDataSet> List() => [.. paths.DataRoots.SelectMany(root => Below(root, root, Depth)).DistinctBy(set => set.Path), Phantoms];

    /// <summary>A data set by its name, or by the full path of its folder.</summary>
    /// <exception cref="UserException">There is none, or it lies outside the configured folders.</exception>
    public TrainingDataSet Find(string nameOrPath)
    {
        if (List().FirstOrDefault(set => set.Name == nameOrPath) is { } known)
        {
            return known;
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(nameOrPath, Path.GetPathRoot(paths.Runs)!));
        var root = paths.DataRoots.FirstOrDefault(root => path == root || path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            ?? throw new UserException($"{nameOrPath}: data sets are taken only from the folders that Training:DataRoots names.");
        return IsDataSet(path) ? Named(root, path) : throw new UserException($"{nameOrPath}: there is no data set in that folder, that is, no CLASS/*.jpeg.");
    }

    private static IEnumerable<TrainingDataSet> Below(string root, string folder, int depth)
    {
        try
        {
            return IsDataSet(folder) ? [Named(root, folder)]
                : depth == 0 || !Directory.Exists(folder) ? []
                : Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).SelectMany(sub => Below(root, sub, depth - 1)).ToList();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsDataSet(string folder)
    {
        var train = Path.Combine(folder, Split.Train);
        var level = Directory.Exists(train) ? train : folder;
        return Directory.Exists(level) && Directory.EnumerateDirectories(level).Count(sub => Directory.EnumerateFiles(sub).Any()) > 1;
    }

    private static TrainingDataSet Named(string root, string path) =>
        new(path == root ? Path.GetFileName(root) : $"{Path.GetFileName(root)}/{SlashedPath.Within(root, path)}", path);
}
