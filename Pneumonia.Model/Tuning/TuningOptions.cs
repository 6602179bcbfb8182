using System.Text.Json.Serialization;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;
using Pneumonia.Model.Training;

namespace Pneumonia.Model.Tuning;

/// <summary>What a search is: two searches with the same options and the same number of threads give the same leaderboard.</summary>
public sealed record TuningOptions
{
    /// <summary>How trials get their epochs.</summary>
    public SamplerKind Sampler { get; init; } = SamplerKind.Halving;

    /// <summary>Number of trials; 1 or more.</summary>
    public required int Trials { get; init; }

    /// <summary>Halving: fewest epochs by which a trial may be judged.</summary>
    public int MinEpoch { get; init; } = 1;

    /// <summary>Halving: one in so many trials climbs to the next rung.</summary>
    public int Eta { get; init; } = 3;

    /// <summary>What trials are ranked by.</summary>
    public TuningMetric Metric { get; init; } = TuningMetric.Auc;

    /// <summary>What is searched.</summary>
    public SearchSpace Space { get; init; } = SearchSpace.Default;

    /// <summary>All other options of a trial. Its <c>Epoch</c> is the length of a whole training, over which every trial's learning
    /// rate is scheduled; its <c>Seed</c> is also that of the draws. All trials hold out the same patients.</summary>
    [JsonConverter(typeof(StoredRecipeConverter))]
    public ImageClassificationOptions Recipe { get; init; } = new();

    /// <summary>Hash over the images' contents, lower-case hexadecimal.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>The search's steps, in order.</summary>
    /// <exception cref="UserException">A number is out of range; the message names it.</exception>
    public IReadOnlyList<Rung> Rungs() => Sampler == SamplerKind.Halving
        ? SuccessiveHalving.Rungs(Trials, MinEpoch, Recipe.Epoch, Eta)
        : [new Rung(Trials, Recipe.Epoch)];

    /// <summary>Refuses a search that cannot be run, before its first trial.</summary>
    /// <exception cref="UserException">An option or a field of the space is wrong; the message names it.</exception>
    public void Verify()
    {
        TrainerCheck.Verify(Recipe);
        Space.Verify();
        if (Trials < 1)
        {
            throw new UserException($"Trials {Trials}: must be 1 or more.");
        }

        if (Space.Arch is not null && Recipe.Network.Weights is not null)
        {
            throw new UserException("arch: the recipe begins with weights, and these fit one architecture; leave arch out of the space.");
        }

        if (Space.AugmentationStrength is not null && Recipe.Network.Backbone == BackboneMode.Frozen)
        {
            throw new UserException("augmentationStrength: a frozen backbone trains on unchanged images; leave the field out of the space.");
        }

        foreach (var draw in Draws())
        {
            TrainerCheck.Verify(draw.ApplyTo(Recipe));
        }

        Rungs();
    }

    /// <summary>The draws of all trials, in order.</summary>
    public IReadOnlyList<TrialDraw> Draws()
    {
        var random = new Random(Recipe.Seed);
        return [.. Enumerable.Range(0, Trials).Select(_ => Space.Draw(random))];
    }
}
