using Pneumonia.Model.Tuning;

namespace Pneumonia.Model.Commands.Tune;

/// <summary>A search's progress in words.</summary>
internal static class TuningText
{
    public static string Started(Trial trial, Rung rung, TuningState state)
    {
        var done = state.Trials.Sum(other => other.Scores.Count + (other.Error is null ? 0 : 1));
        return $"run {done + 1} of {state.Search.Rungs().Sum(each => each.Trials)}: trial {trial.Number} up to epoch {rung.Epochs} "
            + $"of {state.Search.Recipe.Epoch}, {trial.Draw}";
    }

    public static string Ended(Trial trial, TuningState state)
    {
        if (trial.Error is { } error)
        {
            return $"trial {trial.Number} failed: {error}";
        }

        var metric = state.Search.Metric;
        var rank = Leaderboard.Of(state).Index().First(pair => pair.Item.Number == trial.Number).Index + 1;
        return $"trial {trial.Number}: {LeaderboardTable.MetricName(metric)} {trial.LastScore!.Of(metric):0.0000}, rank {rank}";
    }
}
