using Pneumonia.Model.Explanation;

namespace Pneumonia.Model.Serving;

/// <summary>What the model says of one radiograph.</summary>
public sealed record Prediction
{
    /// <summary>The class decided on: the positive class when its probability reaches <see cref="Threshold"/>.</summary>
    public required string Label { get; init; }

    /// <summary>Calibrated probability of every class, in the manifest's class order; they sum to 1.</summary>
    public required IReadOnlyList<ClassProbability> Probabilities { get; init; }

    /// <summary>The class whose probability is held against the threshold, e.g. PNEUMONIA.</summary>
    public required string PositiveClass { get; init; }

    /// <summary>Operating point: the positive class's least probability for a positive verdict, 0 to 1.</summary>
    public required double Threshold { get; init; }

    /// <summary>Name and short version of the model that answered, e.g. <c>pneumonia 3f9a2c1b</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Where the evidence for the positive class lies; null unless asked for.</summary>
    public SaliencyMap? Saliency { get; init; }

    /// <summary>Time from decoded radiograph to answer.</summary>
    public TimeSpan Elapsed { get; init; }
}
