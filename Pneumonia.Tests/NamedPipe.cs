using System.Diagnostics;

namespace Pneumonia.Tests;

/// <summary>What whoever reads waits at.</summary>
internal static class NamedPipe
{
    /// <summary>Makes one; on Windows, where no file is one, nothing.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var mkfifo = Process.Start("mkfifo", [path]);
        mkfifo.WaitForExit();
        Assert.Equal(0, mkfifo.ExitCode);
    }
}
