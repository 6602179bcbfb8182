using Pneumonia.Core;
using Pneumonia.Model.Training.Loop;

namespace Pneumonia.Model.Tuning;

/// <summary>Runs a search rung by rung. Whatever it decides follows from the state alone, so a search that goes on from a saved state
/// ends as the unbroken one.</summary>
/// <param name="runner">Trains trials.</param>
/// <param name="save">Keeps the state; called after every trial.</param>
/// <param name="progress">Hears of every trial.</param>
public sealed class Tuner(ITrialRunner runner, Action<TuningState> save, ITuningProgress? progress = null)
{
    /// <summary>Runs the trials that are still to be run.</summary>
    /// <param name="state">The beginning, or where an earlier run stood.</param>
    /// <param name="cancellation">Stops the search; what was saved remains.</param>
    /// <returns>The state at the end.</returns>
    /// <exception cref="UserException">No trial can be trained.</exception>
    public TuningState Run(TuningState state, CancellationToken cancellation = default)
    {
        var rungs = state.Search.Rungs();
        int[] contestants = [.. state.Trials.Select(trial => trial.Number)];
        for (var i = 0; i < rungs.Count; i++)
        {
            var climbing = i + 1 < rungs.Count ? rungs[i + 1].Trials : 0;
            state = Run(state, rungs[i], contestants, climbing, cancellation);
            contestants = [.. Best(state, contestants, rungs[i], climbing)];
        }

        return Leaderboard.Best(state) is not null
            ? state
            : throw new UserException($"Every trial failed; the first: {state.Trials[0].Error}");
    }

    private TuningState Run(TuningState state, Rung rung, int[] contestants, int climbing, CancellationToken cancellation)
    {
        ReleaseLosers(state, rung, contestants, climbing);
        foreach (var number in contestants)
        {
            var trial = state.Trials[number - 1];
            if (!trial.IsDoneAt(rung))
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Started(trial, rung, state);
                trial = Run(trial, rung, cancellation);
                state = state.With(trial);
                save(state);
                progress?.Ended(trial, state);
                ReleaseLosers(state, rung, contestants, climbing);
            }
        }

        return state;
    }

    private Trial Run(Trial trial, Rung rung, CancellationToken cancellation)
    {
        try
        {
            return trial with { Scores = [.. trial.Scores, runner.Run(trial, rung, cancellation)] };
        }
        catch (TrainingDivergedException e)
        {
            return trial with { Error = e.Message };
        }
    }

    // A checkpoint is several times the size of a model: those of trials that can no longer climb go at once, not at the rung's end.
    private void ReleaseLosers(TuningState state, Rung rung, int[] contestants, int climbing)
    {
        var waiting = contestants.Where(number => !state.Trials[number - 1].IsDoneAt(rung));
        var kept = waiting.Concat(Best(state, contestants, rung, climbing)).ToHashSet();
        foreach (var trial in state.Trials.Where(trial => !kept.Contains(trial.Number)))
        {
            runner.Release(trial);
        }
    }

    private static IEnumerable<int> Best(TuningState state, int[] contestants, Rung rung, int count) => Leaderboard
        .BestAt(contestants.Select(number => state.Trials[number - 1]), rung, state.Search.Metric, count)
        .Select(trial => trial.Number);
}
