using System.Text.Json.Serialization;

namespace Pneumonia.Core.Judging;

/// <summary><c>calibration.json</c>: what turns logits into probabilities and decisions, bound to the weights it was fitted on.</summary>
public sealed record Calibration
{
    /// <summary>Divides the logits before the softmax (Guo et al. 2017, section 4.2); more than 0.</summary>
    public required double Temperature { get; init; }

    /// <summary>Added to the divided logits, one for each class in the order of the scores; empty, as in older zips: zeros.</summary>
    public IReadOnlyList<double> Bias { get; init; } = [];

    /// <summary>Share of positive images that the probabilities are calibrated for, between 0 and 1; null in older zips, which do not
    /// say. <see cref="AtPrevalence"/> moves a probability to another.</summary>
    public double? Prevalence { get; init; }

    /// <summary>Name of the operating point that decides.</summary>
    public required string Default { get; init; }

    /// <summary>The operating points to choose from.</summary>
    public required IReadOnlyList<OperatingPoint> OperatingPoints { get; init; }

    /// <summary>Limits for ruling in and ruling out; null in older zips, and where the calibration images also chose the epoch.</summary>
    public TriageLimits? Triage { get; init; }

    /// <summary>What scores have meant on the held-out images, by range of the score, rising from 0 to 1; empty in older zips.</summary>
    public IReadOnlyList<ScoreMeaning> Meanings { get; init; } = [];

    /// <summary>SHA-256 of the <c>weights.safetensors</c> that this belongs to, lower-case hexadecimal.</summary>
    public required string WeightsSha256 { get; init; }

    /// <summary>The operating point named <see cref="Default"/>.</summary>
    [JsonIgnore]
    public OperatingPoint DefaultPoint => OperatingPoints.Single(point => point.Name == Default);

    /// <summary>Calibrated probability of every class, summing to 1.</summary>
    /// <param name="logits">The network's output, one for each class.</param>
    public double[] Probabilities(ReadOnlySpan<float> logits) => new LogitScaling(Temperature, Bias).Probabilities(logits);

    /// <summary>A positive probability of this model where another share of the patients is positive.</summary>
    /// <param name="probability">Probability of the positive classes together, as the model gives it.</param>
    /// <param name="prevalence">Share of positives where it shall hold; more than 0, less than 1.</param>
    /// <exception cref="UserException">The model does not say which prevalence its probabilities are calibrated for.</exception>
    /// <inheritdoc cref="PrevalenceShift.Move"/>
    public double AtPrevalence(double probability, double prevalence) => Prevalence is { } from
        ? PrevalenceShift.Move(probability, from, prevalence)
        : throw new UserException("The model does not say which prevalence its probabilities are calibrated for.");
}
