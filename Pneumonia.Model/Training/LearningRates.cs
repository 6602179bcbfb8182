namespace Pneumonia.Model.Training;

/// <summary>Learning rates as a pure function of the step, so that a resumed training needs no state for them.</summary>
public static class LearningRates
{
    private const double WarmUp = 0.3;
    private const double InitialDivisor = 25;
    private const double FinalDivisor = 1e4;

    /// <summary>The learning rate of a step.</summary>
    /// <param name="scheduler">The schedule.</param>
    /// <param name="peak">Highest learning rate.</param>
    /// <param name="step">Step, from 0.</param>
    /// <param name="steps">Steps of the whole training.</param>
    /// <remarks>One-cycle follows PyTorch's <c>OneCycleLR</c> with cosine annealing and its default divisors.</remarks>
    public static double At(LearningRateScheduler scheduler, double peak, long step, long steps) => scheduler switch
    {
        LearningRateScheduler.Constant => peak,
        LearningRateScheduler.Cosine => Anneal(peak, 0, (double)step / steps),
        _ => OneCycle(peak, step, steps),
    };

    private static double OneCycle(double peak, long step, long steps)
    {
        var top = WarmUp * steps - 1;
        var start = peak / InitialDivisor;
        return step <= top
            ? Anneal(start, peak, step / top)
            : Anneal(peak, start / FinalDivisor, Math.Min(1, (step - top) / (steps - 1 - top)));
    }

    private static double Anneal(double from, double to, double share) => to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share));
}
