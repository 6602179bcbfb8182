using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using Pneumonia.Model.Training.Loop;
using Pneumonia.Tests.Data;
using TorchSharp;

namespace Pneumonia.Tests.Training;

[Collection(TrainingCollection.Name)]
public sealed class ImageClassificationTrainerTests(TrainedModelFixture fixture) : IDisposable
{
    private readonly TemporaryFolder _workspace = new();
    private readonly List<string> _log = [];

    private PhantomFixture Phantoms => fixture.Phantoms;

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        using var again = Fit(TinyTraining.Options);

        Assert.Equal(fixture.Result.HeldOutLogits, again.HeldOutLogits);
        Assert.Equal(Losses(fixture.Result), Losses(again));
    }

    [Fact]
    public void Another_seed_gives_other_numbers()
    {
        using var other = Fit(TinyTraining.Options with { Seed = 2 });

        Assert.NotEqual(Losses(fixture.Result), Losses(other));
    }

    [Fact]
    public void A_resumed_training_ends_with_the_metrics_of_an_unbroken_one()
    {
        var options = TinyTraining.Options with { Epoch = 3, WorkspacePath = _workspace.Path };
        using var unbroken = Fit(options with { WorkspacePath = null });
        using var interrupt = new CancellationTokenSource();
        void InterruptInTheLastEpoch(ImageClassificationMetrics metrics)
        {
            if (metrics is { Phase: TrainingPhase.Training, Epoch: 3 })
            {
                interrupt.Cancel();
            }
        }

        Assert.ThrowsAny<OperationCanceledException>(() => Fit(options with { MetricsCallback = InterruptInTheLastEpoch }, interrupt.Token));
        using var resumed = Fit(options with { Run = options.Run with { Resume = true } });

        Assert.Contains("resuming after epoch 2", _log);
        Assert.Equal(Losses(unbroken), Losses(resumed));
        Assert.Equal(unbroken.State.History.Select(epoch => epoch.HeldOut), resumed.State.History.Select(epoch => epoch.HeldOut));
        Assert.Equal(unbroken.HeldOutLogits, resumed.HeldOutLogits);
    }

    [Fact]
    public void A_training_stopped_after_an_epoch_and_resumed_ends_as_the_unbroken_one()
    {
        var options = TinyTraining.Options with { Epoch = 3, WorkspacePath = _workspace.Path, Run = TinyTraining.Options.Run with { Resume = true } };
        using var unbroken = Fit(options with { WorkspacePath = null });

        using var first = Fit(options with { Run = options.Run with { StopAfterEpoch = 1 } });
        using var resumed = Fit(options with { Run = options.Run with { StopAfterEpoch = 3 } });

        Assert.Equal(Losses(unbroken).Take(1), Losses(first));
        Assert.Equal(Losses(unbroken), Losses(resumed));
        Assert.Equal(unbroken.HeldOutLogits, resumed.HeldOutLogits);
    }

    [Fact]
    public void A_training_that_diverges_ends_with_its_reason()
    {
        var error = Assert.Throws<TrainingDivergedException>(() => Fit(TinyTraining.Options with { LearningRate = 1e30 }));

        Assert.Contains("LearningRate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_other_options_is_refused()
    {
        var options = TinyTraining.Options with { Epoch = 1, WorkspacePath = _workspace.Path };
        using var first = Fit(options);

        var error = Assert.Throws<UserException>(() => Fit(options with { Run = options.Run with { Resume = true }, LearningRate = 0.01 }));

        Assert.Contains("other options", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused_with_its_name()
    {
        File.WriteAllText(Path.Combine(_workspace.Path, "checkpoint.safetensors"), "not a checkpoint");

        var error = Assert.Throws<UserException>(() => Fit(TinyTraining.Options with { WorkspacePath = _workspace.Path, Run = TinyTraining.Options.Run with { Resume = true } }));

        Assert.Contains("checkpoint.safetensors", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_out_patients_are_not_trained_on()
    {
        var images = TinyTraining.Images(Phantoms);
        var heldOut = fixture.Result.HeldOut.Select(image => image.Patient).ToHashSet();

        Assert.Equal(images.Count(image => !heldOut.Contains(image.Patient)), fixture.Result.Training.Count);
        Assert.Equal(images.Count(image => heldOut.Contains(image.Patient)), fixture.Result.HeldOut.Count);
    }

    [Fact]
    public void Patients_of_a_given_validation_set_are_taken_out_of_the_training_set()
    {
        var images = TinyTraining.Images(Phantoms);
        var patients = images.GroupBy(image => image.Class).SelectMany(group => group.Select(image => image.Patient).Distinct().Take(3)).ToHashSet();
        var validation = images.Where(image => patients.Contains(image.Patient)).DistinctBy(image => image.Patient).ToArray();

        using var result = Fit(TinyTraining.Options with { Epoch = 1, ValidationSet = validation });

        Assert.Equal(images.Count(image => !patients.Contains(image.Patient)), result.Training.Count);
    }

    [Fact]
    public void Additional_images_are_trained_on_and_never_held_out()
    {
        var additional = Phantoms.Data.InSplits(Split.Val);

        using var result = Fit(TinyTraining.Options with { Data = TinyTraining.Options.Data with { AdditionalImages = additional } });

        Assert.Equal(fixture.Result.HeldOut, result.HeldOut);
        Assert.Equal(fixture.Result.Training, result.Training);
        Assert.NotEqual(Losses(fixture.Result), Losses(result));
    }

    [Fact]
    public void The_best_epochs_weights_are_kept()
    {
        using var result = Fit(TinyTraining.Options with { Epoch = 4, LearningRate = 0.05, Optimisation = TinyTraining.Options.Optimisation with { EmaDecay = 0 } });

        var best = result.State.History.MinBy(epoch => epoch.HeldOut.Loss)!;
        Assert.Equal(best.Epoch, result.State.BestEpoch);
        var chose = result.Roles.Selection;
        var kept = LogitMetrics.Of([.. chose.Select(i => result.HeldOutLogits[i])], [.. chose.Select(i => result.HeldOutLabels[i])]);
        Assert.Equal(best.HeldOut.Loss, kept.Loss, 0.1 * best.HeldOut.Loss);
    }

    [Fact]
    public void Without_early_stopping_the_last_epoch_is_kept_and_all_held_out_images_judge()
    {
        using var result = Fit(TinyTraining.Options with { Epoch = 3, LearningRate = 0.05, EarlyStoppingCriteria = null });

        Assert.Equal((3, 3), (result.State.BestEpoch, result.State.Epoch));
        Assert.Empty(result.Roles.Selection);
        Assert.Equal(result.HeldOut.Count, result.Roles.Judging.Count);
    }

    [Fact]
    public void Training_stops_when_no_epoch_is_better_for_long_enough()
    {
        var neverBetter = new EarlyStopping { Metric = EarlyStoppingMetric.Auc, MinDelta = 2, Patience = 2 };

        using var result = Fit(TinyTraining.Options with { Epoch = 9, EarlyStoppingCriteria = neverBetter });

        Assert.Equal((1, 3), (result.State.BestEpoch, result.State.Epoch));
    }

    [Fact]
    public void Too_many_unreadable_images_end_the_training_unless_allowed()
    {
        var broken = _workspace.Write("train/NORMAL/broken.jpeg", [1, 2, 3]);
        XRay[] images = [.. TinyTraining.Images(Phantoms), new XRay(broken, "NORMAL", "train", "nobody", null, null)];
        var trainer = new ImageClassificationTrainer(TinyTraining.Options with { Epoch = 1 }, _log.Add);

        var error = Assert.Throws<UserException>(() => trainer.Fit(images, Phantoms.Data.Classes));
        using var allowed = new ImageClassificationTrainer(TinyTraining.Options with { Epoch = 1, Data = TinyTraining.Options.Data with { AllowUnreadable = true } }, _log.Add)
            .Fit(images, Phantoms.Data.Classes);

        Assert.Contains("broken.jpeg", error.Message, StringComparison.Ordinal);
        Assert.Contains(_log, line => line.StartsWith("left out", StringComparison.Ordinal) && line.Contains("broken.jpeg", StringComparison.Ordinal));
    }

    [Fact]
    public void A_frozen_backbone_keeps_its_weights_and_its_features_are_cached()
    {
        var options = TinyTraining.Options with
        {
            Network = TinyTraining.Options.Network with { Backbone = BackboneMode.Frozen, Weights = fixture.Zip },
            WorkspacePath = _workspace.Path,
            LearningRate = 0.01,
        };

        using var first = Fit(options);
        using var second = Fit(options);

        Assert.Equal("tiny.zip", first.Pretrained!.File);
        Assert.Equal(2, _log.Count(line => line.StartsWith("reusing the cached bottleneck features", StringComparison.Ordinal)));
        Assert.Equal(first.HeldOutLogits, second.HeldOutLogits);
        Assert.NotEqual(fixture.Result.HeldOutLogits, first.HeldOutLogits);
        var (before, after) = (fixture.Result.Network.state_dict(), first.Network.state_dict());
        Assert.All(
            before.Where(entry => !entry.Key.StartsWith("fc.", StringComparison.Ordinal) && entry.Value.dtype == torch.ScalarType.Float32),
            entry => Assert.Equal(entry.Value.ToArray<float>(), after[entry.Key].ToArray<float>()));
    }

    [Fact]
    public void Fine_tuning_begins_with_the_given_weights()
    {
        using var tuned = Fit(TinyTraining.Options with { Epoch = 1, Network = TinyTraining.Options.Network with { Backbone = BackboneMode.FineTuned, Weights = fixture.Zip }, LearningRate = 1e-9 });

        Assert.All(fixture.Result.Network.parameters().Zip(tuned.Network.parameters()), pair => Assert.All(
            pair.First.ToArray<float>().Zip(pair.Second.ToArray<float>()), values => Assert.Equal(values.First, values.Second, 1e-4f)));
    }

    [Fact]
    public void The_callback_hears_of_every_phase_and_epoch()
    {
        var heard = new List<ImageClassificationMetrics>();

        using var result = Fit(TinyTraining.Options with { MetricsCallback = heard.Add });

        Assert.Equal([1, 2], heard.Where(metrics => metrics.Phase == TrainingPhase.Epoch).Select(metrics => metrics.Epoch));
        Assert.Contains(heard, metrics => metrics.Phase == TrainingPhase.Loading);
        Assert.All(heard.Where(metrics => metrics.Phase == TrainingPhase.Training), metrics => Assert.True(
            metrics is { Loss: > 0, LearningRate: > 0, ImagesPerSecond: > 0, Remaining: not null }));
        Assert.All(heard.Where(metrics => metrics.Phase == TrainingPhase.Epoch), metrics => Assert.NotNull(metrics.HeldOut));
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd, LearningRateScheduler.Cosine)]
    [InlineData(OptimizerKind.Adam, LearningRateScheduler.Constant)]
    public void Every_optimiser_and_schedule_trains(OptimizerKind optimizer, LearningRateScheduler scheduler)
    {
        using var result = Fit(TinyTraining.Options with { Optimisation = TinyTraining.Options.Optimisation with { Optimizer = optimizer }, LearningRateScheduler = scheduler });

        Assert.All(result.State.History, epoch => Assert.True(double.IsFinite(epoch.Loss)));
    }

    [Fact]
    public void An_option_out_of_range_is_refused_by_its_name()
    {
        var error = Assert.Throws<UserException>(() => Fit(TinyTraining.Options with { BatchSize = 0 }));

        Assert.Contains("BatchSize", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_leaks_over_a_training()
    {
        var before = LiveTensors.CountOfThisThread();

        Fit(TinyTraining.Options).Dispose();

        Assert.Equal(before, LiveTensors.CountOfThisThread());
    }

    [Fact]
    public void Nothing_leaks_over_an_interrupted_training()
    {
        var before = LiveTensors.CountOfThisThread();
        using var interrupt = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(
            () => Fit(TinyTraining.Options with { MetricsCallback = metrics => CancelWhen(metrics.Phase == TrainingPhase.Training) }, interrupt.Token));

        Assert.Equal(before, LiveTensors.CountOfThisThread());

        void CancelWhen(bool isTraining)
        {
            if (isTraining)
            {
                interrupt.Cancel();
            }
        }
    }

    private TrainingResult Fit(ImageClassificationOptions options, CancellationToken cancellation = default) =>
        new ImageClassificationTrainer(options, _log.Add).Fit(TinyTraining.Images(Phantoms), Phantoms.Data.Classes, cancellation);

    private static IEnumerable<double> Losses(TrainingResult result) => result.State.History.Select(epoch => epoch.Loss);
}
