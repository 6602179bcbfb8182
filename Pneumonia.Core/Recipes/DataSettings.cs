using System.Text.Json.Serialization;
using Pneumonia.Core.Data;
using Pneumonia.Core.Recipes.Augmentation;

namespace Pneumonia.Core.Recipes;

/// <summary>What is trained on, what is held out, and how images are drawn and changed.</summary>
public sealed record DataSettings
{
    /// <summary>What the model card says of the images: authors, licence, population.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DataDescription? DataDescription { get; init; }

    /// <summary>Number of <see cref="AdditionalImages"/>, as the recipe records it.</summary>
    public int Phantoms { get; init; }

    /// <summary>Images that are trained on and never held out: synthetic phantoms.</summary>
    [JsonIgnore]
    public IReadOnlyList<XRay> AdditionalImages { get; init; } = [];

    /// <summary>Which patients are held out when there is no <see cref="ImageClassificationOptions.ValidationSet"/>: <c>random</c>,
    /// <c>first</c> (the lowest numbers), <c>acquisition:NAME</c> or <c>site:NAME</c>; see <see cref="HoldOutRule"/>.</summary>
    public string HoldOut { get; init; } = HoldOutRule.Default;

    /// <summary>Weights of the classes in the loss.</summary>
    public ClassWeighting ClassWeights { get; init; } = ClassWeighting.Balanced;

    /// <summary>How often, against the others, an image is drawn whose class grey levels, sharpness and borders tell wrongly, so that the
    /// model cannot rest on these; 1 or more; 1: all come once an epoch.</summary>
    public double ShortcutWeight { get; init; } = 1;

    /// <summary>Weight of an auxiliary loss: while the network is trained, a second head on its pooled features tells the causes
    /// in the file names (bacteria, virus) apart (Caruana 1997, "Multitask learning"); it is no part of the model. The reported
    /// training loss is the sum. 0 to 1; 0: none.</summary>
    public double AuxiliaryCause { get; init; }

    /// <summary>Adults' X-rays beside the data set's, which are children's then; null: the data set is all there is, and nobody asks whose it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdultSettings? Adults { get; init; }

    /// <summary>Random changes of the training images.</summary>
    public AugmentationOptions Augmentation { get; init; } = new();

    /// <summary>Names of folders within the data set to leave out, separated by commas, such as one of masks; <c>none</c>: of folders that look
    /// like images and their masks both are used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IgnoreFolders { get; init; }

    /// <summary>Leave images out whose picture lies in two classes; else these stop the training.</summary>
    [JsonIgnore]
    public bool DropContradictions { get; init; }

    /// <summary>Go on when more than 1% of the images cannot be read.</summary>
    [JsonIgnore]
    public bool AllowUnreadable { get; init; }
}
