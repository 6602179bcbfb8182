using Pneumonia.Core.Recipes;

namespace Pneumonia.Model.Training.Loop;

/// <summary>The learning rate as a function of the step, so that a resumed training goes on as if there had been no break.</summary>
/// <param name="kind">Its shape.</param>
/// <param name="highest">Highest rate.</param>
/// <param name="steps">Steps of the whole training; 1 or more.</param>
internal sealed class LearningRateSchedule(LearningRateScheduler kind, double highest, long steps)
{
    // PyTorch's OneCycleLR: a first part that rises, from a 25th, and a last rate of a 10,000th of the first.
    private const double Rising = 0.3;
    private const double FirstPart = 1 / 25.0;
    private const double LastPart = 1e-4;

    /// <summary>Rate of a step, counted from 0.</summary>
    public double RateAt(long step) => kind switch
    {
        LearningRateScheduler.OneCycle => OneCycle(step, Math.Max(2, steps)),
        LearningRateScheduler.Cosine => Cosine(highest, 0, (double)step / steps),
        _ => highest,
    };

    private double OneCycle(long step, long total)
    {
        var (first, peak) = (highest * FirstPart, Rising * total - 1);
        return step < peak
            ? Cosine(first, highest, step / peak)
            : Cosine(highest, first * LastPart, Math.Min(1, (step - peak) / (total - 1 - peak)));
    }

    private static double Cosine(double start, double end, double share) => end + (start - end) * (1 + Math.Cos(Math.PI * share)) / 2;
}
