using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pneumonia.Core;

namespace Pneumonia.Blazor.ModelProcess;

/// <summary>
/// A run of the program: its memory and its crashes stay out of the app, and it gives way to the app's answers. It ends when its
/// standard input does, so that none is left behind by an app that dies.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="what">What it is to people, e.g. <c>The training</c>, for the error of a program that names none.</param>
internal sealed class ProgramRun(ModelProgram program, UserText what)
{
    private const string ErrorPrefix = "error: ";

    // 128 and SIGKILL, as Linux and macOS count; Windows has no such number.
    private const int Killed = 137;

    /// <summary>The command and its arguments. <c>--progress-json</c> and <c>--stop-with-input</c> are added.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Folder that it works in.</summary>
    public required string Folder { get; init; }

    /// <summary>How far it gives way, from 0 to 19 as <c>nice</c> counts.</summary>
    public required int Niceness { get; init; }

    /// <summary>How long it may take to end by itself once it is told to.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>Processor cores that it may take; 0: all.</summary>
    public int Threads { get; init; }

    /// <summary>Runs to the end. Once this returns, in whatever way, the process is gone.</summary>
    /// <param name="report">Gets each line of progress, a JSON object.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UserException">The program is not there, or ended with an error.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task RunAsync(Func<string, Task> report, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var process = BackgroundPriority.Start(Describe(), Niceness);
        try
        {
            var errors = ReadErrorAsync(process.StandardError);
            var running = Task.WhenAll(ReadProgressAsync(process.StandardOutput, report), errors, process.WaitForExitAsync(CancellationToken.None));
            try
            {
                await running.WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                process.StandardInput.Close();
                await Task.WhenAny(running, Task.Delay(Grace, CancellationToken.None));
                throw;
            }

            if (process.ExitCode != 0)
            {
                throw new ProgramFailedException(await errors ?? (process.ExitCode == Killed
                    ? (UserText)$"{what} was killed, perhaps for want of memory."
                    : $"{what} ended with exit code {process.ExitCode}."));
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private ProcessStartInfo Describe()
    {
        var start = new ProcessStartInfo(DotnetHost.Find(), [program.Location, .. Command, "--progress-json", "--stop-with-input"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment[UserTextJson.Variable] = UserTextJson.Asked;
        if (Threads > 0)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = Threads.ToString(CultureInfo.InvariantCulture);
        }

        return start;
    }

    private static async Task ReadProgressAsync(StreamReader output, Func<string, Task> report)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('{'))
            {
                await report(line);
            }
        }
    }

    private static async Task<UserText?> ReadErrorAsync(StreamReader errors)
    {
        UserText? error = null;
        while (await errors.ReadLineAsync() is { } line)
        {
            error = line.StartsWith(ErrorPrefix, StringComparison.Ordinal) ? UserTextJson.Read(line[ErrorPrefix.Length..]) : error;
        }

        return error;
    }
}
