using Pneumonia.Core.Data;

namespace Pneumonia.Model.CheckFitting;

/// <summary>The images that checks are fitted on: those that the model learned from, and those that it did not.</summary>
/// <param name="Training">Images trained on.</param>
/// <param name="Synthetic">Phantoms trained on beside them.</param>
/// <param name="HeldOut">Images of other patients.</param>
/// <param name="Seed">Seed of the training, which divides the held-out patients.</param>
public sealed record ChecksData(IReadOnlyList<XRay> Training, IReadOnlyList<XRay> Synthetic, IReadOnlyList<XRay> HeldOut, int Seed)
{
    /// <summary>The held-out images in two halves by patient: the first to choose thresholds on, the second to measure false alarms.
    /// Too few patients to divide do for both.</summary>
    public (IReadOnlyList<XRay> Thresholds, IReadOnlyList<XRay> Judging) Halves
    {
        get
        {
            if (PatientCounts.OfRarestClass(HeldOut) < 2)
            {
                return (HeldOut, HeldOut);
            }

            var split = PatientSplit.HoldOut(HeldOut, 0.5, Seed);
            return (split.HeldOut, split.Training);
        }
    }
}
