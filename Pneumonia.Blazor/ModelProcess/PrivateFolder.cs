namespace Pneumonia.Blazor.ModelProcess;

/// <summary>A folder among the temporary ones that nobody but the app's own account can read, of a name that says nothing. It goes with
/// this object; what an app left behind that was killed goes a day later.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "pneumonia-explanation-";

    private static readonly TimeSpan s_leftOver = TimeSpan.FromDays(1);

    private PrivateFolder(string path) => Path = path;

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Makes one, and deletes what was left over.</summary>
    /// <param name="parent">Folder of the temporary ones.</param>
    /// <param name="clock">The clock.</param>
    public static PrivateFolder Create(string parent, TimeProvider clock)
    {
        var old = clock.GetUtcNow() - s_leftOver;
        foreach (var left in new DirectoryInfo(parent).EnumerateDirectories($"{Prefix}*").Where(left => left.LastWriteTimeUtc < old.UtcDateTime))
        {
            TryDelete(left.FullName);
        }

        var path = System.IO.Path.Combine(parent, Prefix + System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
        {
            // The folder of temporary files is the account's own there.
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new PrivateFolder(path);
    }

    /// <summary>Deletes it and all that is in it.</summary>
    public void Dispose() => TryDelete(Path);

    private static void TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another account's, or held by a scanner of viruses: the next day's first explanation tries again.
        }
    }
}
