using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pneumonia.Model.Tuning;

/// <summary>The leaderboard as a table for the console.</summary>
public static class LeaderboardTable
{
    /// <summary>The trials that have been run, the best first.</summary>
    /// <param name="state">The search.</param>
    /// <param name="most">Rows at the most; below them stands how many were left out.</param>
    public static IRenderable Render(TuningState state, int most = int.MaxValue)
    {
        var space = state.Search.Space;
        (string Title, bool IsSearched, Func<TrialDraw, object?> Value)[] options =
        [
            ("Architecture", space.Arch is not null, draw => draw.Arch),
            ("Learning rate", space.LearningRate is not null, draw => draw.LearningRate),
            ("Weight decay", space.WeightDecay is not null, draw => draw.WeightDecay),
            ("Augmentation", space.AugmentationStrength is not null, draw => draw.AugmentationStrength),
        ];
        options = [.. options.Where(option => option.IsSearched)];
        var table = new Table();
        foreach (var title in new[] { "Rank", "Trial", MetricName(state.Search.Metric), "Epochs" }.Concat(options.Select(option => option.Title)))
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        var ranked = Leaderboard.Of(state);
        foreach (var (index, trial) in ranked.Take(most).Index())
        {
            var hasFailed = trial.Error is not null;
            string[] cells =
            [
                hasFailed ? "-" : $"{index + 1}", $"{trial.Number}",
                hasFailed ? "diverged" : $"{trial.LastScore!.Of(state.Search.Metric):0.0000}", $"{trial.LastScore?.Epochs ?? 0}",
                .. options.Select(option => $"{option.Value(trial.Draw)}"),
            ];
            table.AddRow(cells.Select(Markup.Escape).ToArray());
        }

        return ranked.Count > most ? new Rows(table, new Text($"and {ranked.Count - most} more")) : table;
    }

    /// <summary>A metric's name as users write it, e.g. <c>balanced-accuracy</c>.</summary>
    public static string MetricName(TuningMetric metric) => JsonNamingPolicy.KebabCaseLower.ConvertName(metric.ToString());
}
