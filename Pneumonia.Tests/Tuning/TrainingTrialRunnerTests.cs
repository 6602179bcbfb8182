using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Loop;
using Pneumonia.Model.Tuning;
using Pneumonia.Tests.Training;
using TorchSharp;

namespace Pneumonia.Tests.Tuning;

[Collection(TrainingCollection.Name)]
public sealed class TrainingTrialRunnerTests(TrainedModelFixture fixture) : IDisposable
{
    private static readonly TuningOptions s_search = new()
    {
        Trials = 3,
        DataSha256 = "none",
        Space = new SearchSpace
        {
            LearningRate = new NumberRange(1e-4, 1e-2, RangeScale.Log), AugmentationStrength = new NumberRange(0, 2, RangeScale.Uniform),
        },
        Recipe = TinyTraining.Options with { Epoch = 3 },
    };

    private readonly TemporaryFolder _temporary = new();
    private int _epochs;
    private int _bottleneckSets;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_search_stopped_in_a_training_and_resumed_ends_as_the_unbroken_one()
    {
        var (unbroken, broken) = (Folder("unbroken"), Folder("broken"));
        var before = LiveTensors.CountOfThisThread();
        var whole = Run(unbroken, resume: false);
        using var interrupt = new CancellationTokenSource();

        // In epoch 3 of the winner, between two checkpoints.
        Assert.ThrowsAny<OperationCanceledException>(() => Run(broken, resume: false, interrupt));
        var kept = File.ReadAllText(broken.StateFile);
        Run(broken, resume: true);

        Assert.NotEqual(kept, File.ReadAllText(broken.StateFile));
        Assert.Equal(File.ReadAllText(unbroken.StateFile), File.ReadAllText(broken.StateFile));
        Assert.Equal(File.ReadAllText(unbroken.LeaderboardFile), File.ReadAllText(broken.LeaderboardFile));
        Assert.Equal([1, 1, 2], whole.Trials.Select(trial => trial.Scores.Count).Order());
        Assert.Equal(3 + 2 + 3 + 2, _epochs);
        Assert.All(whole.Trials, trial => Assert.False(Directory.Exists(broken.Workspace(trial))));
        Assert.Equal(before, LiveTensors.CountOfThisThread());
    }

    [Fact]
    public void The_winner_is_the_model_that_its_recipe_trains()
    {
        var folder = Folder("search");
        var state = Run(folder, resume: false);
        var best = Leaderboard.Best(state)!;

        using var result = new ImageClassificationTrainer(best.Draw.ApplyTo(s_search.Recipe))
            .Fit(TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes);

        var metrics = LogitMetrics.Of(result.HeldOutLogits, result.HeldOutLabels);
        Assert.Equal((metrics.Auc, metrics.Loss), (best.LastScore!.Auc, best.LastScore.Loss));
        Assert.Equal(result.State.BestEpoch, best.LastScore.BestEpoch);
    }

    [Fact]
    public void A_frozen_backbones_features_are_computed_once_for_all_trials()
    {
        var search = s_search with
        {
            Space = new SearchSpace { LearningRate = s_search.Space.LearningRate },
            Recipe = s_search.Recipe with { Network = s_search.Recipe.Network with { Backbone = BackboneMode.Frozen, Weights = fixture.Zip } },
        };

        var state = Run(Folder("frozen"), resume: false, search: search);

        Assert.Equal(2, _bottleneckSets);
        Assert.All(state.Trials, trial => Assert.True(trial.IsRun));
    }

    [Fact]
    public void Balanced_accuracy_is_scikit_learns() =>
        // balanced_accuracy_score([0, 1, 0, 0, 1, 0], [0, 1, 0, 0, 0, 1]) = 0.625, the example of its documentation
        Assert.Equal(0.625, TrainingTrialRunner.BalancedAccuracy([[1, 0], [0, 1], [1, 0], [1, 0], [1, 0], [0, 1]], [0, 1, 0, 0, 1, 0]));

    private TuningFolder Folder(string name) => new(Path.Combine(_temporary.Path, name));

    private TuningState Run(
        TuningFolder folder, bool resume, CancellationTokenSource? interruptInEpoch3 = null, TuningOptions? search = null)
    {
        search ??= s_search;
        var progress = new SilentProgress(metrics =>
        {
            _epochs += metrics.Phase == TrainingPhase.Epoch ? 1 : 0;
            _bottleneckSets += metrics.Phase == TrainingPhase.Bottleneck && metrics.Done == metrics.Total ? 1 : 0;
            if (metrics is { Phase: TrainingPhase.Training, Epoch: 3 })
            {
                interruptInEpoch3?.Cancel();
            }
        });
        var runner = new TrainingTrialRunner(
            search.Recipe, TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes, folder, progress);
        return new Tuner(runner, folder.Save, progress).Run(folder.Open(search, resume), interruptInEpoch3?.Token ?? default);
    }

    private sealed class SilentProgress(Action<ImageClassificationMetrics> report) : ITuningProgress
    {
        public void Started(Trial trial, Rung rung, TuningState state)
        {
        }

        public void Report(ImageClassificationMetrics metrics) => report(metrics);

        public void Ended(Trial trial, TuningState state)
        {
        }

        public void Log(string message)
        {
        }
    }
}
