using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Commands.Shared;

namespace Pneumonia.Model.Commands.Train;

/// <summary>A training's progress as plain lines: one for each epoch and phase, and one every half minute in between.</summary>
internal sealed class PlainProgress(TextWriter writer, TimeProvider time)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);

    private long _lastLine = time.GetTimestamp();

    public void Report(ImageClassificationMetrics metrics)
    {
        var isEnd = metrics.Phase == TrainingPhase.Epoch || (metrics.Phase != TrainingPhase.Training && metrics.Done == metrics.Total);
        if (isEnd || time.GetElapsedTime(_lastLine) >= s_interval)
        {
            _lastLine = time.GetTimestamp();
            writer.WriteLine(ProgressText.Of(metrics));
        }
    }
}
