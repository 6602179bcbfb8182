using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Members;

[Collection(TrainingCollection.Name)]
public sealed class MemberTrainingTests(TrainedModelFixture fixture) : IDisposable
{
    private static readonly ImageClassificationOptions s_two = TinyTraining.Options with { Optimisation = TinyTraining.Options.Optimisation with { Members = 2 } };

    private readonly TemporaryFolder _workspace = new();
    private readonly List<string> _log = [];

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_model_is_the_mean_of_its_members()
    {
        using var result = Fit(s_two with { WorkspacePath = _workspace.Path });

        using var scope = NewDisposeScope();
        var (first, second) = (Best(_workspace.Path), Best(Path.Combine(_workspace.Path, "member-2")));
        const string Kernel = "layer1.0.conv1.weight";
        Assert.NotEqual(first[Kernel], second[Kernel]);
        Assert.Equal(
            first[Kernel].Zip(second[Kernel], (one, other) => (float)(Half)((one + other) / 2)),
            result.Network.state_dict()[Kernel].ToArray<float>(),
            (expected, actual) => Math.Abs(expected - actual) <= 1e-3 * Math.Abs(expected) + 1e-6);
    }

    [Fact]
    public void The_first_member_is_the_model_of_one_and_its_epochs_come_first()
    {
        var heard = new List<ImageClassificationMetrics>();
        using var result = Fit(s_two with { MetricsCallback = heard.Add });

        Assert.Equal([1, 2, 3, 4], result.State.History.Select(epoch => epoch.Epoch));
        Assert.Equal(fixture.Result.State.History.Select(epoch => epoch.Loss), result.State.History.Take(2).Select(epoch => epoch.Loss));
        Assert.All(heard.Where(metrics => metrics.Phase == TrainingPhase.Epoch), metrics => Assert.Equal(4, metrics.Epochs));
    }

    [Fact]
    public void Every_member_begins_with_the_same_weights()
    {
        // A step too small to move a weight: what differs then is how they began.
        using var result = Fit(s_two with { WorkspacePath = _workspace.Path, LearningRate = 1e-12, Optimisation = s_two.Optimisation with { WeightDecay = 0, EmaDecay = 0 } });
        Assert.Equal(Best(_workspace.Path)["fc.weight"], Best(Path.Combine(_workspace.Path, "member-2"))["fc.weight"]);
    }

    [Fact]
    public void A_training_interrupted_in_its_second_member_is_resumed_to_the_unbroken_one()
    {
        using var unbroken = Fit(s_two);
        using var interrupt = new CancellationTokenSource();
        void Interrupt(ImageClassificationMetrics metrics)
        {
            if (metrics is { Phase: TrainingPhase.Training, Epoch: 4 })
            {
                interrupt.Cancel();
            }
        }

        var options = s_two with { WorkspacePath = _workspace.Path };
        Assert.ThrowsAny<OperationCanceledException>(() => Fit(options with { MetricsCallback = Interrupt }, interrupt.Token));
        using var resumed = Fit(options with { Run = options.Run with { Resume = true } });

        Assert.Contains("resuming after epoch 1", _log);
        Assert.Equal(unbroken.HeldOutLogits, resumed.HeldOutLogits);
    }

    [Fact]
    public void A_member_may_join_a_training_that_has_ended()
    {
        using var both = Fit(s_two);
        using var one = Fit(s_two with { Optimisation = s_two.Optimisation with { Members = 1 }, WorkspacePath = _workspace.Path });

        using var joined = Fit(s_two with { WorkspacePath = _workspace.Path, Run = s_two.Run with { Resume = true } });

        Assert.Equal(both.HeldOutLogits, joined.HeldOutLogits);
        Assert.NotEqual(one.HeldOutLogits, joined.HeldOutLogits);
        using var packedAgain = Fit(s_two with { WorkspacePath = _workspace.Path, Run = s_two.Run with { Resume = true } });
        Assert.Equal(both.HeldOutLogits, packedAgain.HeldOutLogits);
    }

    [Fact]
    public void Members_of_a_training_that_stops_on_its_way_are_refused() => Assert.StartsWith(
        "Members 2", Assert.Throws<UserException>(() => Fit(s_two with { Run = s_two.Run with { StopAfterEpoch = 1 } })).Message, StringComparison.Ordinal);

    [Fact]
    public void Statistics_whose_momentum_falls_are_the_plain_mean_over_the_batches()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.BatchNorm2d(1);
        layer.forward(tensor([50f, 60f]).reshape(2, 1, 1, 1));

        layer.reset_running_stats();
        foreach (var (index, batch) in ((float[][])[[1, 3], [2, 8], [0, 4]]).Index())
        {
            layer.momentum = 1.0 / (index + 1);
            TorchOperations.Exact.Normalise(tensor(batch).reshape(2, 1, 1, 1), layer);
        }

        // numpy: [batch.mean() for batch in batches] is 2, 5, 2; [batch.var(ddof=1) ...] is 2, 18, 8.
        Assert.Equal(3, layer.running_mean!.item<float>(), 1e-5);
        Assert.Equal(28 / 3.0, layer.running_var!.item<float>(), 1e-4);
    }

    private static Dictionary<string, float[]> Best(string workspace) => Safetensors.Load(Path.Combine(workspace, "checkpoint.safetensors"))
        .Where(entry => entry.Key.StartsWith("best.", StringComparison.Ordinal) && entry.Value.dtype == ScalarType.Float32)
        .ToDictionary(entry => entry.Key["best.".Length..], entry => entry.Value.ToArray<float>());

    private TrainingResult Fit(ImageClassificationOptions options, CancellationToken cancellation = default) =>
        new ImageClassificationTrainer(options, _log.Add).Fit(TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes, cancellation);
}
