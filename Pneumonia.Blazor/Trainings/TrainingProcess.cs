using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Model.Recipes.Progress;
using Pneumonia.Model.Training;
using Pneumonia.Model;

namespace Pneumonia.Blazor.Trainings;

/// <summary>
/// Trains in a process of its own, the command line's <c>train</c>: its memory and its crashes stay out of the app, and it gives way to
/// the app's answers. It ends when its standard input does, so that none is left behind by an app that dies.
/// </summary>
internal sealed class TrainingProcess(TrainingSettings settings)
{
    private const string ErrorPrefix = "error: ";

    // 128 and SIGKILL, as Linux and macOS count; Windows has no such number.
    private const int Killed = 137;

    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(10);

    /// <summary>Trains to the end, from the last full epoch in the workspace on.</summary>
    /// <param name="request">What to train.</param>
    /// <param name="files">Where its files lie.</param>
    /// <param name="report">Hears of the progress.</param>
    /// <param name="stop">Ends it; the last full epoch is kept.</param>
    /// <exception cref="TrainingFailedException">It ended with an error.</exception>
    public async Task RunAsync(
        TrainingRequest request, TrainingFiles files, Func<ImageClassificationMetrics, Task> report, CancellationToken stop)
    {
        Directory.CreateDirectory(files.Folder);
        AtomicFile.Write(files.Recipe, stream => JsonSerializer.Serialize(stream, request.Options, ModelJson.Options));
        using var process = BackgroundPriority.Start(Describe(request, files), settings.Niceness);
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
                await Task.WhenAny(running, Task.Delay(s_grace, CancellationToken.None));
                throw;
            }

            if (process.ExitCode != 0)
            {
                throw new TrainingFailedException(await errors ?? (process.ExitCode == Killed
                    ? "The training was killed, perhaps for want of memory."
                    : $"The training ended with exit code {process.ExitCode}."));
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private ProcessStartInfo Describe(TrainingRequest request, TrainingFiles files)
    {
        string[] command =
        [
            typeof(ImageClassificationTrainer).Assembly.Location,
            "train", "--recipe", files.Recipe, "--workspace", files.Workspace, "--output", files.Zip, "--resume", "--progress-json", "--stop-with-input",
        ];
        if (request.Data.Length > 0)
        {
            command = [.. command, "--data", request.Data];
        }

        var start = new ProcessStartInfo(DotnetHost.Find(), command)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = files.Folder,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        var threads = settings.Threads > 0 ? settings.Threads : Math.Max(1, Environment.ProcessorCount / 2);
        start.Environment["DOTNET_PROCESSOR_COUNT"] = threads.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    private static async Task ReadProgressAsync(StreamReader output, Func<ImageClassificationMetrics, Task> report)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('{'))
            {
                await report(JsonSerializer.Deserialize<ImageClassificationMetrics>(line, ModelJson.Options)!);
            }
        }
    }

    private static async Task<string?> ReadErrorAsync(StreamReader errors)
    {
        string? error = null;
        while (await errors.ReadLineAsync() is { } line)
        {
            error = line.StartsWith(ErrorPrefix, StringComparison.Ordinal) ? line[ErrorPrefix.Length..] : error;
        }

        return error;
    }
}
