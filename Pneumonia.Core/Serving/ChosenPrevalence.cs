using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving;

/// <summary>Moves a model's answers to where another share of the patients is positive. Probabilities and threshold move together, so
/// labels and triage stay as they are.</summary>
public sealed class ChosenPrevalence
{
    private readonly Calibration _calibration;
    private readonly Decision _decision;
    private readonly ChosenPrevalence? _adults;

    /// <summary>Chooses.</summary>
    /// <param name="information">The model's.</param>
    /// <param name="share">Share of the patients that is positive; more than 0, less than 1.</param>
    /// <exception cref="UserException">The share is out of range, or the model does not say which its probabilities are calibrated for.</exception>
    public ChosenPrevalence(ModelInformation information, double share)
        : this(information, information.Calibration, share) =>
        _adults = information.Adults is { } adults ? new ChosenPrevalence(information, adults.Calibration, share) : null;

    private ChosenPrevalence(ModelInformation information, Calibration calibration, double share)
    {
        if (share is not (> 0 and < 1))
        {
            throw new UserException($"--prevalence {share}: must be more than 0 and less than 1.");
        }

        (_calibration, _decision, Share) = (calibration, information.DecisionOf(calibration), share);
        Threshold = _calibration.AtPrevalence(_decision.Threshold, share);
    }

    /// <summary>Share of the patients that is positive.</summary>
    public double Share { get; }

    /// <summary>The model's threshold as a probability here.</summary>
    public double Threshold { get; }

    /// <summary>The same choice for a population, which may have a calibration of its own.</summary>
    /// <param name="population">Whose image it is; null where the model makes no difference.</param>
    public ChosenPrevalence For(Population? population) => population == Population.Adults && _adults is not null ? _adults : this;

    /// <summary>Probabilities of all classes here; those within the positive and within the negative ones keep their proportions.</summary>
    /// <param name="probabilities">The model's own, one for each class.</param>
    public double[] Move(IReadOnlyList<double> probabilities)
    {
        var score = _decision.Score(probabilities);
        var moved = _calibration.AtPrevalence(score, Share);
        return [.. probabilities.Select((probability, index) => _decision.IsPositive(index)
            ? Scaled(probability, score, moved)
            : Scaled(probability, 1 - score, 1 - moved))];
    }

    /// <summary>An answer as it is here. Its meaning is left out: that was counted at the held-out images' prevalence.</summary>
    public Prediction Move(Prediction prediction) => For(prediction.Population?.Population).Moved(prediction);

    private Prediction Moved(Prediction prediction) => prediction with
    {
        Probabilities = [.. prediction.Probabilities.Zip(
            Move([.. prediction.Probabilities.Select(each => each.Probability)]),
            (each, probability) => each with { Probability = probability })],
        Threshold = Threshold,
        Meaning = null,
    };

    private static double Scaled(double probability, double from, double to) => from <= 0 ? probability : probability * (to / from);
}
