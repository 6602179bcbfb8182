using System.Diagnostics;

namespace Pneumonia.Tests.Documentation;

/// <summary>A test that wants another language's runtime; skipped where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuntimeFactAttribute : FactAttribute
{
    /// <summary>Asks the runtime whether it can load what is needed.</summary>
    /// <param name="program">The runtime, e.g. <c>python3</c>.</param>
    /// <param name="switchForCode">Its switch for a line of code.</param>
    /// <param name="code">A line that fails where something is missing.</param>
    public RuntimeFactAttribute(string program, string switchForCode, string code)
    {
        if (!Succeeds(program, switchForCode, code))
        {
            Skip = $"{program} cannot run: {code}";
        }
    }

    private static bool Succeeds(string program, string switchForCode, string code)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [switchForCode, code])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = RepositoryPaths.Root,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
