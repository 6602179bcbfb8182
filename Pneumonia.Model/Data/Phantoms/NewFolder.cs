using Pneumonia.Core;

namespace Pneumonia.Model.Data.Phantoms;

/// <summary>A folder that appears whole or not at all: it is filled under another name beside its place.</summary>
internal sealed class NewFolder : IDisposable
{
    private readonly string _path;

    /// <param name="path">Its place; a folder may lie there, if it is empty.</param>
    /// <exception cref="UserException">Something lies there.</exception>
    public NewFolder(string path)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Filling = $"{_path}.{Guid.NewGuid():N}.tmp";
        if (File.Exists(_path) || (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any()))
        {
            throw new UserException($"{path}: the output folder must be new or empty.");
        }
    }

    /// <summary>Where to write.</summary>
    public string Filling { get; }

    /// <summary>Puts it into its place.</summary>
    public void Appear()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path);
        }

        Directory.Move(Filling, _path);
    }

    /// <summary>Nothing is left behind where it has not appeared.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Filling))
        {
            Directory.Delete(Filling, true);
        }
    }
}
