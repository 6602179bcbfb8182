using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Commands.Train;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Model.Commands.Tune;

/// <summary>A search's progress as plain lines.</summary>
internal sealed class PlainTuningProgress(TextWriter writer, TimeProvider time) : ITuningProgress
{
    private readonly PlainProgress _training = new(writer, time);

    /// <inheritdoc/>
    public void Started(Trial trial, Rung rung, TuningState state) => writer.WriteLine(TuningText.Started(trial, rung, state));

    /// <inheritdoc/>
    public void Report(ImageClassificationMetrics metrics)
    {
        // Every trial reads the same images again: no news.
        if (metrics.Phase != TrainingPhase.Loading)
        {
            _training.Report(metrics);
        }
    }

    /// <inheritdoc/>
    public void Ended(Trial trial, TuningState state) => writer.WriteLine(TuningText.Ended(trial, state));

    /// <inheritdoc/>
    public void Log(string message) => writer.WriteLine(message);
}
