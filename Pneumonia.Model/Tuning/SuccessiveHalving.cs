using Pneumonia.Core;

namespace Pneumonia.Model.Tuning;

/// <summary>The arithmetic of successive halving (Jamieson and Talwalkar 2016), as the inner loop of Hyperband has it (Li et al.
/// 2018, algorithm 1).</summary>
public static class SuccessiveHalving
{
    /// <summary>
    /// The rungs of one bracket. With R = <paramref name="maxEpoch"/> and s the most rungs above the first that
    /// <paramref name="minEpoch"/> allows, s = floor(log_eta(R / minEpoch)), rung i of 0 to s holds floor(n * eta^-i) trials that are
    /// trained up to epoch R * eta^(i-s), rounded to a whole one.
    /// </summary>
    /// <param name="trials">n, the trials of the first rung.</param>
    /// <param name="minEpoch">Fewest epochs by which a trial may be judged, 1 or more.</param>
    /// <param name="maxEpoch">R, the epochs of a trial that reaches the last rung.</param>
    /// <param name="eta">One in so many climbs to the next rung, 2 or more; 3 or 4 is usual.</param>
    /// <exception cref="UserException">A number is out of range; the message names it.</exception>
    public static IReadOnlyList<Rung> Rungs(int trials, int minEpoch, int maxEpoch, int eta)
    {
        var least = LeastTrials(minEpoch, maxEpoch, eta);
        if (trials < least)
        {
            throw new UserException(
                $"Trials {trials}: halving from {minEpoch} to {maxEpoch} epochs by {eta} needs {least} or more, so that one is left at the end.");
        }

        var rungs = new List<Rung>();
        for (var divisor = least; divisor >= 1; divisor /= eta)
        {
            var epochs = (int)Math.Round((double)maxEpoch / divisor, MidpointRounding.AwayFromZero);
            rungs.Add(new Rung((int)(trials / (least / divisor)), epochs));
        }

        return rungs;
    }

    /// <summary>Fewest trials that leave one for the last rung: eta^s.</summary>
    /// <inheritdoc cref="Rungs"/>
    public static int LeastTrials(int minEpoch, int maxEpoch, int eta)
    {
        Require(eta >= 2, $"Eta {eta}: must be 2 or more");
        Require(minEpoch >= 1, $"MinEpoch {minEpoch}: must be 1 or more");
        Require(minEpoch <= maxEpoch, $"MinEpoch {minEpoch}: is more than the {maxEpoch} epochs of the whole training");
        var least = 1;
        while ((long)least * eta * minEpoch <= maxEpoch)
        {
            least *= eta;
        }

        return least;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new UserException($"{message}.");
        }
    }
}
