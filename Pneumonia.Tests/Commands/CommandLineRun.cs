using System.Diagnostics;

namespace Pneumonia.Tests.Commands;

/// <summary>A run of the command line as a process of its own, as users run it.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs to the end.</summary>
    public static async Task<CommandLineRun> Of(params string[] arguments)
    {
        using var process = Start(Path.GetTempPath(), arguments);
        return await End(process);
    }

    /// <summary>Runs to the end in a folder.</summary>
    public static async Task<CommandLineRun> In(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await End(process);
    }

    /// <summary>Starts and lets it run.</summary>
    public static Process Start(string folder, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Pneumonia.Model.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        })!;
    }

    /// <summary>Waits for the end.</summary>
    public static async Task<CommandLineRun> End(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandLineRun(process.ExitCode, await output, await error);
    }

    /// <summary>Asserts that it failed with one line and no stack trace, and returns the line.</summary>
    public string FailedWithOneLine()
    {
        Assert.NotEqual(0, ExitCode);
        Assert.Empty(Output);
        var line = Assert.Single(Error.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        return line;
    }
}
