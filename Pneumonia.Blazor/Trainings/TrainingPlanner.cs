using Pneumonia.Blazor.ModelProcess;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage.Training;
using Pneumonia.Core;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Checks;

namespace Pneumonia.Blazor.Trainings;

/// <summary>Makes a full request of an order, or says what is wrong with it.</summary>
internal sealed class TrainingPlanner(DataSetFinder data, RecipeFolder recipes, IModelLibrary library, ModelProgram program)
{
    /// <exception cref="UserException">It cannot be trained; the sentence names what is wrong.</exception>
    public async Task<TrainingRequest> PlanAsync(TrainingOrder order)
    {
        if (program.Obstacle is { } obstacle)
        {
            throw new UserException(obstacle);
        }

        var set = data.Find(order.Data);
        var options = recipes.Read(order.Recipe);
        options = options with
        {
            Arch = order.Arch ?? options.Arch,
            Epoch = order.Epoch ?? options.Epoch,
            LearningRate = order.LearningRate ?? options.LearningRate,
            BatchSize = order.BatchSize ?? options.BatchSize,
            ValidationSetFraction = order.ValidationFraction ?? options.ValidationSetFraction,
            Seed = order.Seed ?? options.Seed,
        };
        if (order.FromScratch)
        {
            options = options with
            {
                Network = options.Network with { Backbone = BackboneMode.RandomWeights, Weights = null, WeightsNote = null },
            };
        }

        var (baseVersion, began) = order.BaseVersion is null ? (null, options) : await BeginWithAsync(order, options);
        options = order.ImageSize is { } side ? WithSide(began, side) : began;
        OptionsCheck.Verify(options);
        return new TrainingRequest(set.Path, set.Name, order.Recipe, baseVersion, options);
    }

    private static ImageClassificationOptions WithSide(ImageClassificationOptions options, int side) => options with
    {
        Network = options.Network with { Preprocessing = options.Network.Preprocessing with { Width = side, Height = side } },
    };

    private async Task<(string Version, ImageClassificationOptions Options)> BeginWithAsync(TrainingOrder order, ImageClassificationOptions options)
    {
        var weights = await library.ZipOfAsync(order.BaseVersion!);
        var entry = (await library.FindAsync(order.BaseVersion!))!;
        var manifest = entry.Information?.Manifest ?? throw new UserException($"Model {entry.Model.ShortVersion}: {entry.Fault}");
        return (entry.Model.Version, options with
        {
            Arch = manifest.Architecture,
            Network = options.Network with
            {
                Preprocessing = manifest.Preprocessing,
                Backbone = order.Frozen ? BackboneMode.Frozen : BackboneMode.FineTuned,
                Weights = weights,
                WeightsNote = $"Model {manifest.Name} {entry.Model.ShortVersion}.",
            },
        });
    }
}
