using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Serving;

namespace Pneumonia.Blazor.Diagnosing;

/// <summary>What the app shows of one analysed X-ray.</summary>
public sealed record Diagnosis
{
    public required Prediction Prediction { get; init; }

    /// <summary>The operating point whose threshold decided; null where the model names none.</summary>
    public required OperatingPoint? OperatingPoint { get; init; }

    /// <summary>The limits that triaged; null where the model has none.</summary>
    public TriageLimits? Limits { get; init; }

    /// <summary>The operating points to choose from, of the model that answered; none where it is not in service.</summary>
    public IReadOnlyList<OperatingPoint> OperatingPoints { get; init; } = [];

    /// <summary>Where the model found the lungs; null where it does not look for them, found none, or is not in service.</summary>
    public LungShape? Lungs { get; init; }

    /// <summary>Size, depth and format of the file's image.</summary>
    public required ImageFacts Image { get; init; }

    /// <summary>The X-ray at the network's size, for more explanations; the whole image would fill the memory. Null where the answer
    /// is not explained.</summary>
    public Radiograph? Input { get; init; }

    /// <summary>The X-ray for the screen.</summary>
    public required StoredImage View { get; init; }

    public required StoredImage Thumbnail { get; init; }

    /// <summary>The saliency map as a transparent layer over <see cref="View"/>; null where the model explains nothing.</summary>
    public required StoredImage? Overlay { get; init; }

    /// <summary>Time from received bytes to answer.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The same probabilities, judged at another operating point; unchanged where the model has none of that name.</summary>
    public Diagnosis At(string? operatingPoint)
    {
        if (OperatingPoints.FirstOrDefault(known => known.Name == operatingPoint) is not { } point)
        {
            return this;
        }

        var decision = new Decision(
            [.. Prediction.Probabilities.Select(each => each.Class)],
            new PositiveGroup(Prediction.PositiveClass, Prediction.PositiveClasses),
            point.Threshold);
        var chosen = decision.Decide([.. Prediction.Probabilities.Select(each => each.Probability)]);
        return this with
        {
            OperatingPoint = point,
            Prediction = Prediction with { Label = decision.Classes[chosen], Threshold = point.Threshold },
        };
    }
}
