using Pneumonia.Core.Data;

namespace Pneumonia.Model.Training.Images;

/// <summary>What each held-out image is for. Both lists are indices into the held-out images.</summary>
/// <param name="Selection">Images that choose the epoch; none where the last epoch is kept.</param>
/// <param name="Judging">Images that calibrate the model and judge it.</param>
public sealed record HoldOutRoles(IReadOnlyList<int> Selection, IReadOnlyList<int> Judging)
{
    /// <summary>Whether no image has both roles.</summary>
    public bool AreApart => !Selection.Intersect(Judging).Any();

    /// <summary>The images measured after each epoch.</summary>
    public IReadOnlyList<int> Watched => Selection.Count > 0 ? Selection : Judging;

    /// <summary>Half of the patients choose the epoch, the others calibrate and judge, so that no figure comes from an image that the
    /// epoch was chosen on. Too few patients to divide have both roles.</summary>
    /// <param name="heldOut">The held-out images.</param>
    /// <param name="choosesEpoch">Whether an epoch is chosen at all.</param>
    /// <param name="seed">Seed of the draw.</param>
    public static HoldOutRoles Of(IReadOnlyList<XRay> heldOut, bool choosesEpoch, int seed)
    {
        int[] all = [.. Enumerable.Range(0, heldOut.Count)];
        if (!choosesEpoch || heldOut.Count == 0)
        {
            return new HoldOutRoles([], all);
        }

        if (PatientCounts.OfRarestClass(heldOut) < 2)
        {
            return new HoldOutRoles(all, all);
        }

        var selection = PatientSplit.HoldOut(heldOut, 0.5, seed).HeldOut.ToHashSet();
        return new HoldOutRoles(
            [.. all.Where(index => selection.Contains(heldOut[index]))], [.. all.Where(index => !selection.Contains(heldOut[index]))]);
    }
}
