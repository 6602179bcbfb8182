namespace Pneumonia.Model.Packaging.Calibrating;

/// <summary>A calibration image as the limits of a triage are fitted to it.</summary>
/// <param name="Patient">Patient key.</param>
/// <param name="Positive">Whether its true class is a positive one.</param>
/// <param name="Scores">Its score as it is, and under every simulated change; as many for all images.</param>
internal sealed record TriageImage(string Patient, bool Positive, IReadOnlyList<double> Scores)
{
    /// <summary>How much it counts; see <see cref="HeldOutImage.Weight"/>.</summary>
    public double Weight { get; init; } = 1;
}
