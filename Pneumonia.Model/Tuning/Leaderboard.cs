namespace Pneumonia.Model.Tuning;

/// <summary>Ranks trials.</summary>
public static class Leaderboard
{
    /// <summary>Trials that have been run, the best first: by the last rung reached, as scores after different numbers of epochs do not
    /// compare, then by the score there, then by number. A trial that failed stands below those of its rung.</summary>
    public static IReadOnlyList<Trial> Of(TuningState state) =>
    [
        .. state.Trials
            .Where(trial => trial.IsRun)
            .OrderByDescending(trial => trial.LastScore?.Epochs ?? 0)
            .ThenBy(trial => trial.Error is not null)
            .ThenByDescending(trial => trial.LastScore is { } score ? Goodness(score, state.Search.Metric) : double.NegativeInfinity)
            .ThenBy(trial => trial.Number),
    ];

    /// <summary>The trial to take: the first that did not fail; null when there is none.</summary>
    public static Trial? Best(TuningState state) => Of(state).FirstOrDefault(trial => trial.Error is null);

    /// <summary>The trials that did best at a rung, the best first; those that failed are not among them.</summary>
    /// <param name="trials">Trials to choose from.</param>
    /// <param name="rung">The rung. Trials that have no score there yet are left out.</param>
    /// <param name="metric">What they are ranked by.</param>
    /// <param name="count">How many to return at the most.</param>
    public static IReadOnlyList<Trial> BestAt(IEnumerable<Trial> trials, Rung rung, TuningMetric metric, int count) =>
    [
        .. trials
            .Select(trial => (trial, score: trial.Scores.FirstOrDefault(score => score.Epochs == rung.Epochs)))
            .Where(pair => pair.score is not null)
            .OrderByDescending(pair => Goodness(pair.score!, metric))
            .ThenBy(pair => pair.trial.Number)
            .Take(count)
            .Select(pair => pair.trial),
    ];

    private static double Goodness(TrialScore score, TuningMetric metric) =>
        metric == TuningMetric.Loss ? -score.Of(metric) : score.Of(metric);
}
