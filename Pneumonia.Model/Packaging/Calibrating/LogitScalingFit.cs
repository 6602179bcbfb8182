using Pneumonia.Core;
using Pneumonia.Core.Judging;

namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>Fits temperature and biases on held-out images by likelihood (Guo et al. 2017, section 4.2).</summary>
public static class LogitScalingFit
{
    /// <summary>The least temperature that is returned.</summary>
    public const double LeastTemperature = 0.05;

    /// <summary>The greatest temperature that is returned.</summary>
    public const double GreatestTemperature = 20;

    /// <summary>
    /// The scaling of the greatest likelihood, its temperature between <see cref="LeastTemperature"/> and
    /// <see cref="GreatestTemperature"/>, its biases summing to 0. Where the classes are separated without an error, the likelihood
    /// grows to the end and the least temperature is returned.
    /// </summary>
    /// <param name="logits">Per image, one logit per class.</param>
    /// <param name="labels">Per image, the index of its true class.</param>
    /// <exception cref="UserException">There is no image of a class, or a logit is not finite.</exception>
    /// <exception cref="ArgumentException">The two lists do not fit together.</exception>
    public static LogitScaling Fit(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
    {
        Check(logits, labels);
        var descent = new LikelihoodDescent(logits, labels);
        descent.Run(scaleIsFree: true);
        if (descent.IsCertain || descent.Temperature is < LeastTemperature or > GreatestTemperature)
        {
            // The likelihood is concave, so its greatest value within the bounds lies at the bound that was passed.
            descent.Temperature = descent.IsCertain ? LeastTemperature : Math.Clamp(descent.Temperature, LeastTemperature, GreatestTemperature);
            descent.Run(scaleIsFree: false);
        }

        return descent.Scaling;
    }

    private static void Check(IReadOnlyList<float[]> logits, IReadOnlyList<int> labels)
    {
        if (logits.Count != labels.Count || logits.Where((row, i) => labels[i] < 0 || labels[i] >= row.Length).Any())
        {
            throw new ArgumentException("Every image needs one label that is an index into its logits.", nameof(labels));
        }

        if (logits.Count == 0 || labels.Distinct().Count() < logits[0].Length)
        {
            throw new UserException("The probabilities cannot be calibrated, as there is no held-out image of a class.");
        }

        if (logits.Any(row => !row.All(float.IsFinite)))
        {
            throw new UserException("The probabilities cannot be calibrated, as the network's output is not finite.");
        }
    }
}
