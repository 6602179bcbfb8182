using System.Text;
using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Augmentation;
using Pneumonia.Core.Recipes.Json;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Training;
using TorchSharp;

namespace Pneumonia.Tests.Training;

[Collection(TrainingCollection.Name)]
public sealed class GeneralisationTests(TrainedModelFixture fixture) : IDisposable
{
    private static readonly ImageClassificationOptions s_options = TinyTraining.Options with
    {
        Data = new()
        {
            AuxiliaryCause = 0.3,
            ShortcutWeight = 4,
            Augmentation = new AugmentationOptions
            {
                Sharpness = 0.5, Resolution = 0.5, Shading = 0.2, Equalisation = 0.5, Covering = 0.5, Mixup = 0.4, CutMix = 1,
                MixingProbability = 0.7,
            },
        },
    };

    private readonly TemporaryFolder _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_resumed_training_with_every_option_is_the_unbroken_one()
    {
        var options = s_options with { Epoch = 3, WorkspacePath = _workspace.Path };
        using var unbroken = Fit(options with { WorkspacePath = null });
        using var interrupt = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Fit(
            options with
            {
                MetricsCallback = metrics =>
                {
                    if (metrics is { Phase: TrainingPhase.Training, Epoch: 3 })
                    {
                        interrupt.Cancel();
                    }
                },
            },
            interrupt.Token));

        using var resumed = Fit(options with { Run = options.Run with { Resume = true } });

        Assert.Equal(unbroken.State.History.Select(epoch => epoch.Loss), resumed.State.History.Select(epoch => epoch.Loss));
        Assert.Equal(unbroken.HeldOutLogits, resumed.HeldOutLogits);
    }

    [Fact]
    public void The_auxiliary_head_changes_what_is_learned_and_is_no_part_of_the_network()
    {
        using var result = Fit(TinyTraining.Options with { Data = TinyTraining.Options.Data with { AuxiliaryCause = 0.5 } });

        Assert.NotEqual(fixture.Result.HeldOutLogits, result.HeldOutLogits);
        Assert.Equal(fixture.Result.Network.state_dict().Keys, result.Network.state_dict().Keys);
    }

    [Fact]
    public void Nothing_leaks_over_a_training_with_every_option()
    {
        var before = LiveTensors.CountOfThisThread();

        Fit(s_options with { Epoch = 1 }).Dispose();

        Assert.Equal(before, LiveTensors.CountOfThisThread());
    }

    [Theory]
    [InlineData("AuxiliaryCause")]
    [InlineData("Mixup")]
    public void What_a_frozen_backbone_cannot_learn_from_is_refused(string option)
    {
        var frozen = TinyTraining.Options with { Network = TinyTraining.Options.Network with { Backbone = BackboneMode.Frozen, Weights = fixture.Zip } };
        var options = option == "Mixup"
            ? frozen with { Data = frozen.Data with { Augmentation = new AugmentationOptions { Mixup = 0.2 } } }
            : frozen with { Data = frozen.Data with { AuxiliaryCause = 0.2 } };

        var error = Assert.Throws<UserException>(() => Fit(options));

        Assert.StartsWith(option, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipe_keeps_every_option()
    {
        var options = s_options with
        {
            Packaging = s_options.Packaging with { TestTimeFlip = true },
            Network = s_options.Network with { Preprocessing = new Preprocessing { Standardisation = Standardisation.Clahe } },
        };

        var read = RecipeJson.Read(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(options, ModelJson.Options)))!;

        Assert.Equal(options with { Data = options.Data with { AdditionalImages = read.Data.AdditionalImages } }, read);
    }

    [Theory]
    [InlineData("AuxiliaryCause", """{"auxiliaryCause":1.5}""")]
    [InlineData("Sharpness", """{"augmentation":{"sharpness":2}}""")]
    [InlineData("Shading", """{"augmentation":{"shading":1}}""")]
    [InlineData("Covering", """{"augmentation":{"covering":1.1}}""")]
    [InlineData("CoveringWidth", """{"augmentation":{"coveringWidth":0.5}}""")]
    [InlineData("ResolutionFactor", """{"augmentation":{"resolutionFactor":0.5}}""")]
    [InlineData("ShortcutWeight", """{"shortcutWeight":0.5}""")]
    [InlineData("CutMix", """{"augmentation":{"cutMix":-1}}""")]
    public void A_recipe_out_of_range_is_refused_by_the_options_name(string option, string recipe)
    {
        var options = RecipeJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(recipe)))!;

        var error = Assert.Throws<UserException>(() => Fit(options));

        Assert.StartsWith(option, error.Message, StringComparison.Ordinal);
    }

    private TrainingResult Fit(ImageClassificationOptions options, CancellationToken cancellation = default) =>
        new ImageClassificationTrainer(options).Fit(TinyTraining.Images(fixture.Phantoms), fixture.Phantoms.Data.Classes, cancellation);
}
