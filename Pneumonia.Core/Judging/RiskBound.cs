using System.Text.Json.Serialization;

namespace Pneumonia.Core.Judging;

/// <summary>A limit of the score, and the error rate that it keeps to.</summary>
/// <param name="Limit">The limit, a calibrated probability of the positive classes together; null: there are too few patients for any,
/// and the verdict is never given.</param>
/// <param name="Risk">Most patients of the class concerned with a wrong verdict, as a share of them; more than 0, less than 1.</param>
/// <param name="Patients">Calibration patients of that class.</param>
public sealed record RiskBound(double? Limit, double Risk, int Patients)
{
    // A product such as 0.29 * 100 must not fall short of the whole number that it stands for.
    private const double Rounding = 1e-9;

    /// <summary>Calibration patients that the first verdict needs.</summary>
    [JsonIgnore]
    public int LeastPatients => (int)Math.Ceiling((1 / Risk) - Rounding) - 1;

    /// <summary>How many wrong verdicts on n calibration patients there may be, each seen in several versions, so that the mean rate among new
    /// patients is at most the risk: the most k with (k / versions + 1) / (n + 1) at most the risk; below 0 where there is none. The finite-sample
    /// correction of conformal risk control for a loss of at most 1 (Angelopoulos, Bates, Fisch, Lei and Schuster 2022, section 2, equation 4); a
    /// patient's loss is the share of the versions with a wrong verdict.</summary>
    /// <param name="patients">n.</param>
    /// <param name="risk">The risk.</param>
    /// <param name="versions">Versions of each patient's images; 1 or more.</param>
    internal static int Allowed(int patients, double risk, int versions = 1) =>
        (int)Math.Floor(versions * Math.Min(patients - 1, (risk * (patients + 1)) + Rounding - 1));
}
