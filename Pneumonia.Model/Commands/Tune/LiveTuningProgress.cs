using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Commands.Shared;
using Pneumonia.Model.Tuning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Commands.Tune;

/// <summary>A search's progress on a terminal: the leaderboard as it stands, and the running trial below it.</summary>
internal sealed class LiveTuningProgress(IAnsiConsole console, LiveDisplayContext display, TimeProvider time) : ITuningProgress
{
    private const int MostRows = 15;
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private IRenderable _board = new Text("");
    private string _trial = "";
    private long _shown;

    /// <inheritdoc/>
    public void Started(Trial trial, Rung rung, TuningState state)
    {
        (_board, _trial) = (LeaderboardTable.Render(state, MostRows), TuningText.Started(trial, rung, state));
        Show("");
    }

    /// <inheritdoc/>
    public void Report(ImageClassificationMetrics metrics)
    {
        if (metrics.Phase == TrainingPhase.Epoch || time.GetElapsedTime(_shown) >= s_interval)
        {
            Show(ProgressText.Of(metrics));
        }
    }

    /// <inheritdoc/>
    public void Ended(Trial trial, TuningState state)
    {
        _board = LeaderboardTable.Render(state, MostRows);
        Show(TuningText.Ended(trial, state));
    }

    /// <inheritdoc/>
    public void Log(string message) => console.WriteLine(message);

    private void Show(string training)
    {
        _shown = time.GetTimestamp();
        display.UpdateTarget(new Rows(_board, new Text(_trial), new Text(training)));
    }
}
