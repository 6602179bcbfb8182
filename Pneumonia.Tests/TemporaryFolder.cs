namespace Pneumonia.Tests;

/// <summary>A folder of a test's own, deleted at its end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("pneumonia-tests-").FullName;

    /// <summary>Writes a file, and the folders it lies in, and returns its full path.</summary>
    public string Write(string file, byte[]? content = null)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content ?? []);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, true);
}
