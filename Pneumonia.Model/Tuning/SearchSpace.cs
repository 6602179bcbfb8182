using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;

namespace Pneumonia.Model.Tuning;

/// <summary>What a search may choose. A field left out is not searched: the recipe's own value stands.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SearchSpace
{
    private const double MostLearningRate = 10;
    private const double MostWeightDecay = 10;
    private const double MostStrength = 5;

    /// <summary>Names of architectures, each as likely as any other.</summary>
    public IReadOnlyList<string>? Arch { get; init; }

    /// <summary>The schedule's highest learning rate; above 0.</summary>
    public NumberRange? LearningRate { get; init; }

    /// <summary>Weight decay; 0 or more.</summary>
    public NumberRange? WeightDecay { get; init; }

    /// <summary>Factor over all ranges of the recipe's augmentation: 0 switches it off, 1 leaves it.</summary>
    public NumberRange? AugmentationStrength { get; init; }

    /// <summary>What is searched unless a file says otherwise.</summary>
    public static SearchSpace Default { get; } = new()
    {
        Arch = ["resnet18", "resnet34", "densenet121", "efficientnet_b0"],
        LearningRate = new NumberRange(1e-4, 5e-3, RangeScale.Log),
        WeightDecay = new NumberRange(1e-3, 0.2, RangeScale.Log),
        AugmentationStrength = new NumberRange(0, 2, RangeScale.Uniform),
    };

    /// <summary>The default without what a recipe leaves no choice of: given weights fit one architecture, and a frozen backbone trains
    /// on unchanged images.</summary>
    public static SearchSpace DefaultFor(ImageClassificationOptions recipe) => Default with
    {
        Arch = recipe.Network.Weights is null ? Default.Arch : null,
        AugmentationStrength = recipe.Network.Backbone == BackboneMode.Frozen ? null : Default.AugmentationStrength,
    };

    /// <summary>Reads and checks a JSON file. An option's name may have its group before it, e.g. <c>optimisation.weightDecay</c>.</summary>
    /// <exception cref="UserException">The file cannot be read, or a field is wrong; the message names it.</exception>
    public static SearchSpace Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var space = Parse(JsonSerializer.Deserialize<JsonNode>(stream, ModelJson.Options))
                ?? throw new UserException("the space is empty.");
            space.Verify();
            return space;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UserException($"{file}: the space cannot be read: {e.Message}", e);
        }
        catch (UserException e)
        {
            throw new UserException($"{file}: {e.Message}", e);
        }
    }

    // Options are found by their names alone or after those of their groups, as in a recipe.
    private static SearchSpace? Parse(JsonNode? space) =>
        (space is JsonObject members ? RecipeUpgrade.Flatten(members) : space).Deserialize<SearchSpace>(ModelJson.Options);

    /// <summary>Refuses a space that cannot be searched.</summary>
    /// <exception cref="UserException">A field is wrong; the message names it.</exception>
    public void Verify()
    {
        if (this == new SearchSpace())
        {
            throw new UserException("the space leaves nothing to search: give arch, learningRate, weightDecay or augmentationStrength.");
        }

        LearningRate?.Verify("learningRate", double.Epsilon, MostLearningRate);
        WeightDecay?.Verify("weightDecay", 0, MostWeightDecay);
        AugmentationStrength?.Verify("augmentationStrength", 0, MostStrength);
        if (Arch is { Count: 0 })
        {
            throw new UserException("arch: the list is empty; leave the field out to keep the recipe's architecture.");
        }

        foreach (var name in Arch ?? [])
        {
            if (!Architectures.All.Any(architecture => architecture.IsCalled(name)))
            {
                throw new UserException($"arch: there is no architecture '{name}'. Choose from: {Architectures.Names}.");
            }
        }
    }

    /// <summary>Draws one trial (random search, Bergstra and Bengio 2012). The next draw of the same generator is the next trial's,
    /// so trial N of a seed is the same however many are drawn after it.</summary>
    public TrialDraw Draw(Random random) => new(
        Arch is { } names ? Architectures.Find(names[random.Next(names.Count)]).Name : null,
        LearningRate?.Draw(random),
        WeightDecay?.Draw(random),
        AugmentationStrength?.Draw(random));
}
