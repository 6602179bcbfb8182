using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Tuning;

namespace Pneumonia.Tests.Tuning;

public sealed class TunerTests : IDisposable
{
    // 9 trials to epoch 1, 3 of them to epoch 3, 1 of them to epoch 9.
    private static readonly TuningOptions s_search = new()
    {
        Trials = 9, DataSha256 = "none", Recipe = new ImageClassificationOptions { Epoch = 9 },
    };

    // AUC of trials 1 to 9 at every epoch.
    private static readonly double[] s_quality = [0.5, 0.9, 0.6, 0.7, 0.8, 0.4, 0.95, 0.3, 0.2];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bad_trials_are_stopped_and_good_ones_promoted()
    {
        var runner = new FakeTrialRunner(Quality);

        var state = Run(runner, s_search);

        Assert.Equal(
            ["1@1", "2@1", "3@1", "4@1", "5@1", "6@1", "7@1", "8@1", "9@1", "7@3", "2@3", "5@3", "7@9"], runner.Runs);
        Assert.Equal([7, 2, 5, 4, 3, 1, 6, 8, 9], Leaderboard.Of(state).Select(trial => trial.Number));
    }

    [Fact]
    public void A_rung_goes_by_its_own_scores_and_not_by_those_before()
    {
        // Trial 5 starts third and overtakes.
        var state = Run(new FakeTrialRunner((number, epochs) => number == 5 && epochs > 1 ? 0.99 : Quality(number, epochs)), s_search);

        Assert.Equal([5, 7, 2], Leaderboard.Of(state).Take(3).Select(trial => trial.Number));
        Assert.Equal([1, 3, 9], Leaderboard.Best(state)!.Scores.Select(score => score.Epochs));
    }

    [Fact]
    public void A_smaller_loss_is_better()
    {
        var state = Run(new FakeTrialRunner((number, epochs) => 1 - Quality(number, epochs)), s_search with { Metric = TuningMetric.Loss });

        // The loss is 1 - AUC: the best is that of the largest AUC.
        Assert.Equal(9, Leaderboard.Best(state)!.Number);
    }

    [Fact]
    public void Ties_go_to_the_earlier_trial()
    {
        var runner = new FakeTrialRunner((_, _) => 0.5);

        Run(runner, s_search);

        Assert.Equal(["1@3", "2@3", "3@3", "1@9"], runner.Runs.Skip(9));
    }

    [Fact]
    public void A_random_search_trains_every_trial_to_the_end()
    {
        var runner = new FakeTrialRunner(Quality);

        Run(runner, s_search with { Sampler = SamplerKind.Random, Trials = 4 });

        Assert.Equal(["1@9", "2@9", "3@9", "4@9"], runner.Runs);
    }

    [Fact]
    public void Trials_that_can_no_longer_climb_are_released_at_once()
    {
        var runner = new FakeTrialRunner(Quality);

        Run(runner, s_search);

        // The three that would climb so far, and the one that has just been run.
        Assert.Equal(4, runner.MostKept);
        Assert.Equal(9, runner.Released.Count);
    }

    [Fact]
    public void A_trial_that_diverges_is_not_promoted_and_the_search_goes_on()
    {
        var runner = new FakeTrialRunner(Quality) { Diverging = new() { [7] = 1, [2] = 3 } };

        var state = Run(runner, s_search);

        Assert.Equal(["2@3", "5@3", "4@3", "5@9"], runner.Runs.Skip(9));
        Assert.Equal(5, Leaderboard.Best(state)!.Number);
        Assert.Equal([2, 7], state.Trials.Where(trial => trial.Error is not null).Select(trial => trial.Number));
        Assert.Equal(7, Leaderboard.Of(state)[^1].Number);
    }

    [Fact]
    public void A_search_in_which_every_trial_diverges_says_so()
    {
        var runner = new FakeTrialRunner(Quality) { Diverging = Enumerable.Range(1, 9).ToDictionary(number => number, _ => 1) };

        var error = Assert.Throws<UserException>(() => Run(runner, s_search));

        Assert.StartsWith("Every trial failed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_that_goes_on_after_any_run_ends_as_the_unbroken_one()
    {
        var unbroken = new TuningFolder(Path.Combine(_folder.Path, "unbroken"));
        Dictionary<int, int> diverging = new() { [2] = 3 };
        var total = new FakeTrialRunner(Quality) { Diverging = diverging };
        new Tuner(total, unbroken.Save).Run(unbroken.Open(s_search, resume: false));

        for (var done = 0; done < total.Runs.Count; done++)
        {
            var folder = new TuningFolder(Path.Combine(_folder.Path, $"{done}"));
            var first = new FakeTrialRunner(Quality) { Diverging = diverging, InterruptAfter = done };
            var second = new FakeTrialRunner(Quality) { Diverging = diverging };

            Assert.Throws<OperationCanceledException>(() => new Tuner(first, folder.Save).Run(folder.Open(s_search, resume: false)));
            new Tuner(second, folder.Save).Run(folder.Open(s_search, resume: true));

            Assert.Equal(total.Runs, first.Runs.Concat(second.Runs));
            Assert.Equal(File.ReadAllText(unbroken.StateFile), File.ReadAllText(folder.StateFile));
            Assert.Equal(File.ReadAllText(unbroken.LeaderboardFile), File.ReadAllText(folder.LeaderboardFile));
            Assert.Equal(File.ReadAllText(unbroken.RecipeFile), File.ReadAllText(folder.RecipeFile));
        }
    }

    private static TuningState Run(FakeTrialRunner runner, TuningOptions search) =>
        new Tuner(runner, _ => { }).Run(TuningState.Begin(search));

    private static double Quality(int number, int epochs) => s_quality[number - 1];
}
