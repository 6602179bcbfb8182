using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.ModelProcess;

/// <summary>Explains in a process of its own, the command line's <c>explain</c>, where the methods need gradients. The X-ray goes there as
/// a file in a folder that only the app's own account can read, and that is deleted in any case.</summary>
/// <param name="program">The program.</param>
/// <param name="clock">The clock.</param>
/// <param name="temporary">Folder for temporary files.</param>
internal sealed class ProcessGradientExplainer(ModelProgram program, TimeProvider clock, string temporary) : IGradientExplainer, IDisposable
{
    private const string Image = "image";

    // Behind the app's answers, before its trainings.
    private const int Niceness = 5;

    // There is nothing that it would have to save.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);

    // How long a more urgent question waits at most before this one gives way to it.
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _ending = new();

    // One more than there are, until the end.
    private readonly CountdownEvent _running = new(1);

    /// <inheritdoc/>
    public UserText? Obstacle => program.Obstacle;

    /// <inheritdoc/>
    public SaliencyMap Map(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        Run(zip, radiograph, question, ["--map-only"], progress, cancellation).Map;

    /// <inheritdoc/>
    public MeasuredMap Explain(
        string zip, Radiograph radiograph, ExplanationQuestion question, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var (map, quality) = Run(zip, radiograph, question, [], progress, cancellation);
        return new MeasuredMap(map, quality ?? throw new ProgramFailedException("The explanation was not measured."));
    }

    /// <summary>Ends all that is being explained, so that nothing of it is left when the app has ended.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _running.Signal();
        _running.Wait(s_grace + s_grace);
        _running.Dispose();
        _ending.Dispose();
    }

    private (SaliencyMap Map, ExplanationQuality? Quality) Run(
        string zip,
        Radiograph radiograph,
        ExplanationQuestion question,
        IEnumerable<string> options,
        IProgress<DataProgress>? progress,
        CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _ending.Token);
        _running.AddCount();
        try
        {
            using var folder = PrivateFolder.Create(temporary, clock);
            var file = Path.Combine(folder.Path, $"{Image}.png");
            File.WriteAllBytes(file, ImageEncoder.Grey16Png(radiograph.Width, radiograph.Height, radiograph.Pixels.Span));
            var run = new ProgramRun(program, "The explanation")
            {
                // Names and values in one, so that a class or a path may begin with whatever it likes.
                Command =
                [
                    "explain", $"--model={Path.GetFullPath(zip)}", $"--method={question.Method}", $"--class={question.Class}",
                    $"--seed={question.Seed.ToString(CultureInfo.InvariantCulture)}", $"--output={folder.Path}", "--as-stored", .. options, file,
                ],
                Folder = folder.Path,
                Niceness = Niceness,
                Grace = s_grace,
            };
            Await(run, progress, stop);
            return ExplanationFile.Read(folder.Path, Image, question.Method!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // Without the fault's own words: they name folders.
            throw new UserException("The X-ray cannot be explained: the program Pneumonia.Model cannot be started, or there is no room for temporary files.", fault);
        }
        finally
        {
            _running.Signal();
        }
    }

    // All that is told of the progress is told on this thread: whoever is told may answer others meanwhile, also while nothing new is heard.
    private static void Await(ProgramRun run, IProgress<DataProgress>? progress, CancellationTokenSource stop)
    {
        var heard = """{ "done": 0, "total": 1 }""";
        var running = Task.Run(
            () => run.RunAsync(
                line =>
                {
                    Volatile.Write(ref heard, line);
                    return Task.CompletedTask;
                },
                stop.Token),
            CancellationToken.None);
        try
        {
            while (Task.WaitAny([running], s_look) < 0)
            {
                progress?.Report(JsonSerializer.Deserialize<DataProgress>(Volatile.Read(ref heard), ModelJson.Options));
            }
        }
        finally
        {
            stop.Cancel();
            Task.WaitAny([running], CancellationToken.None);
        }

        running.GetAwaiter().GetResult();
    }
}
