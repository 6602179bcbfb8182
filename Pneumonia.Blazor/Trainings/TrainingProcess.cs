using System.Text.Json;
using Pneumonia.Blazor.ModelProcess;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Blazor.Trainings;

/// <summary>Trains in a process of its own, the command line's <c>train</c>.</summary>
internal sealed class TrainingProcess(TrainingSettings settings, ModelProgram program)
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(10);

    /// <summary>Trains to the end, from the last full epoch in the workspace on.</summary>
    /// <param name="request">What to train.</param>
    /// <param name="files">Where its files lie.</param>
    /// <param name="report">Hears of the progress.</param>
    /// <param name="stop">Ends it; the last full epoch is kept.</param>
    /// <exception cref="UserException">The program is not there, or ended with an error.</exception>
    public async Task RunAsync(
        TrainingRequest request, TrainingFiles files, Func<ImageClassificationMetrics, Task> report, CancellationToken stop)
    {
        Directory.CreateDirectory(files.Folder);
        AtomicFile.Write(files.Recipe, stream => JsonSerializer.Serialize(stream, request.Options, ModelJson.Options));
        string[] command = ["train", "--recipe", files.Recipe, "--workspace", files.Workspace, "--output", files.Zip, "--resume"];
        var run = new ProgramRun(program, "The training")
        {
            Command = request.Data.Length > 0 ? [.. command, "--data", request.Data] : command,
            Folder = files.Folder,
            Niceness = settings.Niceness,
            Threads = settings.Threads > 0 ? settings.Threads : Math.Max(1, Environment.ProcessorCount / 2),
            Grace = s_grace,
        };
        await run.RunAsync(line => report(JsonSerializer.Deserialize<ImageClassificationMetrics>(line, ModelJson.Options)!), stop);
    }
}
