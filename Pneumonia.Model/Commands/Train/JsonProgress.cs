using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Model.Commands.Train;

/// <summary>A training's progress for programs: a JSON object a line, at every epoch and at most twice a second in between.</summary>
internal sealed class JsonProgress(TextWriter writer, TimeProvider time)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);
    private static readonly JsonSerializerOptions s_options = new(ModelJson.Options) { WriteIndented = false };

    private long? _lastLine;

    public void Report(ImageClassificationMetrics metrics)
    {
        if (metrics.Phase == TrainingPhase.Epoch || _lastLine is not { } last || time.GetElapsedTime(last) >= s_interval)
        {
            _lastLine = time.GetTimestamp();
            writer.WriteLine(JsonSerializer.Serialize(metrics, s_options));
        }
    }
}
