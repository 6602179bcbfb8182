using System.Text.Json.Serialization;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;

namespace Pneumonia.Core.Package;

/// <summary><c>manifest.json</c> of a model zip: what the model is, how it was made, and the hash of every other entry.</summary>
public sealed record ModelManifest
{
    /// <summary>The schema version that this program writes and reads.</summary>
    public const int CurrentSchema = 2;

    /// <summary>Schema version of the zip.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Model's name, e.g. <c>pneumonia</c>.</summary>
    public required string Name { get; init; }

    /// <summary>When training ended, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Architecture's registered name, e.g. <c>resnet18</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Class names in score order, e.g. NORMAL, PNEUMONIA.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>What is held against the threshold: a class, or the name of several together, e.g. PNEUMONIA of any cause.</summary>
    public required string PositiveClass { get; init; }

    /// <summary>The classes that <see cref="PositiveClass"/> stands for: itself, unless more are listed. All others are negative.</summary>
    public IReadOnlyList<string> PositiveClasses { get => field ?? [PositiveClass]; init; }

    /// <summary>Where the classes of the training images came from; an evaluation labels its images the same way.</summary>
    public LabelScheme Labels { get; init; }

    /// <summary><see cref="PositiveClass"/> and <see cref="PositiveClasses"/>.</summary>
    [JsonIgnore]
    public PositiveGroup Positive => new(PositiveClass, PositiveClasses);

    /// <summary>How a radiograph becomes the network's input.</summary>
    public required Preprocessing Preprocessing { get; init; }

    /// <summary>Whether an answer is the mean of the logits of the image and of its mirror image.</summary>
    public bool TestTimeFlip { get; init; }

    /// <summary>How it was trained, and how that went.</summary>
    [JsonConverter(typeof(TrainingRecordConverter))]
    public required TrainingRecord Training { get; init; }

    /// <summary>What it was trained on.</summary>
    public required DataFingerprint Data { get; init; }

    /// <summary>What people should know of the images; null where nobody said.</summary>
    public DataDescription? DataDescription { get; init; }

    /// <summary>Weights that the training began with; null: random ones, or an older zip, which does not say.</summary>
    public PretrainedSource? Pretrained { get; init; }

    /// <summary>What could not be fitted, and is therefore missing; null where nothing is, and in older zips, which do not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Omission>? Omissions { get; init; }

    /// <summary>Versions of the software that made it, by name, e.g. libtorch.</summary>
    public required IReadOnlyDictionary<string, string> Software { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal, of every other entry, by entry name. Filled in by the writer.</summary>
    public IReadOnlyDictionary<string, string> Entries { get; init; } = new Dictionary<string, string>();
}
