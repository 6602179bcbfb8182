using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Saliency;

namespace Pneumonia.Core.Serving;

/// <summary>What the model says of one radiograph.</summary>
public sealed record Prediction
{
    /// <summary>The class decided on: the likeliest positive one when <see cref="PositiveProbability"/> reaches
    /// <see cref="Threshold"/>, else the likeliest other.</summary>
    public required string Label { get; init; }

    /// <summary>Calibrated probability of every class, in the manifest's class order; they sum to 1.</summary>
    public required IReadOnlyList<ClassProbability> Probabilities { get; init; }

    /// <summary>What is held against the threshold: a class, or the name of several together, e.g. PNEUMONIA of any cause.</summary>
    public required string PositiveClass { get; init; }

    /// <summary>The classes that <see cref="PositiveClass"/> stands for: itself, unless more are listed.</summary>
    public IReadOnlyList<string> PositiveClasses { get => field ?? [PositiveClass]; init; }

    /// <summary>Probability of the positive classes together, 0 to 1.</summary>
    public double PositiveProbability =>
        Math.Min(1, Probabilities.Where(each => PositiveClasses.Contains(each.Class)).Sum(each => each.Probability));

    /// <summary>Whether the class decided on is positive.</summary>
    public bool IsPositive => PositiveClasses.Contains(Label);

    /// <summary>Operating point: the least <see cref="PositiveProbability"/> for a positive verdict, 0 to 1.</summary>
    public required double Threshold { get; init; }

    /// <summary>Whether a check says that this image should not be judged: then the label and the probabilities are for an engineer,
    /// not for a reader.</summary>
    public bool Refused { get; init; }

    /// <summary>Codes of what the checks found, refused or not.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What the probability is good for; null with a model that has no limits for it, and on a refused image.</summary>
    public Triage? Triage { get => Refused ? null : field; init; }

    /// <summary>Why <see cref="Triage"/> cannot say; null where it can, and on a refused image.</summary>
    public CannotSayReason? CannotSay { get => Triage == Judging.Triage.CannotSay ? field : null; init; }

    /// <summary>Whose X-ray the model took it for, and so which calibration, threshold and limits it used; null where it makes no difference.</summary>
    public PopulationFinding? Population { get; init; }

    /// <summary>How many held-out images with a probability like this were positive; null with a model that does not say, and on a
    /// refused image, which is not like them.</summary>
    public ScoreMeaning? Meaning { get => Refused ? null : field; init; }

    /// <summary>Name and short version of the model that answered, e.g. <c>pneumonia 3f9a2c1b</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Where the evidence for the likeliest positive class lies; null unless asked for, and where the network gives no map at once.</summary>
    public SaliencyMap? Saliency { get; init; }

    /// <summary>The lung fields that the image was cut out by; null with a model that sees whole images, and where none were found.</summary>
    public LungField? Lungs { get; init; }

    /// <summary>Time from decoded radiograph to answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The class that an explanation is about where nobody chooses: the saliency map's, else the likeliest positive one.</summary>
    public string ClassToExplain() => Saliency?.Class
        ?? Probabilities.Where(each => PositiveClasses.Contains(each.Class)).MaxBy(each => each.Probability)?.Class
        ?? PositiveClass;
}
