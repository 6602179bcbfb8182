using System.Text.Json.Serialization;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Core.Recipes;

/// <summary>How a model was trained and how that went, as its manifest tells it.</summary>
public sealed record TrainingRecord
{
    /// <summary>The options as given to <c>train</c>; of the first weights the file's name alone, since a path tells of a machine.</summary>
    public ImageClassificationOptions Options { get; init; } = new();

    /// <summary>Images of a validation set that was held out in the hold-out rule's place; null: there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ValidationImages { get; init; }

    /// <summary>The epoch whose weights were kept; null: an older manifest does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BestEpoch { get; init; }

    /// <summary>Every epoch's record, in order.</summary>
    public IReadOnlyList<EpochRecord> History { get; init; } = [];
}
