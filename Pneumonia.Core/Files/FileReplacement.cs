namespace Pneumonia.Core.Files;

/// <summary>Renames a file over another, on every system.</summary>
public static class FileReplacement
{
    private const int MostTries = 20;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Puts <paramref name="source"/> in the place of <paramref name="target"/>. Linux and macOS do so whoever reads the target.
    /// Windows refuses while somebody has it open, a virus scanner among them: there it is tried again for a second.</summary>
    public static void Replace(string source, string target)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                File.Move(source, target, overwrite: true);
                return;
            }
            catch (Exception fault) when (OperatingSystem.IsWindows() && tries < MostTries && File.Exists(source)
                && fault is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(s_pause);
            }
        }
    }
}
