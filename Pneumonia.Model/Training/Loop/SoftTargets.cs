using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Targets that may be shares of several classes, and their loss.</summary>
internal static class SoftTargets
{
    /// <summary>Class indexes as shares.</summary>
    /// <param name="all">Class index of every example of a set; less than 0: unknown, which becomes a row of zeros.</param>
    /// <param name="indices">Which examples.</param>
    /// <param name="classes">Number of classes.</param>
    /// <returns>[N, classes].</returns>
    public static Tensor Of(IReadOnlyList<int> all, ReadOnlySpan<int> indices, int classes)
    {
        var shares = new float[indices.Length * classes];
        for (var i = 0; i < indices.Length; i++)
        {
            if (all[indices[i]] >= 0)
            {
                shares[i * classes + all[indices[i]]] = 1;
            }
        }

        return tensor(shares, [indices.Length, classes]);
    }

    /// <summary>Cross entropy, a mean weighted by the targets' classes, so that whole targets give torch's <c>cross_entropy</c> of
    /// class indexes. Rows of zeros do not count.</summary>
    /// <param name="logits">[N, classes].</param>
    /// <param name="targets">[N, classes]; a row sums to 1, or is all zeros.</param>
    /// <param name="weight">Weight per class, [classes]; null: ones.</param>
    /// <param name="labelSmoothing">Share of a target spread over all classes (Szegedy et al. 2016, section 7).</param>
    public static Tensor CrossEntropy(Tensor logits, Tensor targets, Tensor? weight, double labelSmoothing)
    {
        var smoothed = targets * (1 - labelSmoothing) + targets.mean([1], keepdim: true) * labelSmoothing;
        var surprises = -(weight is null ? smoothed : smoothed * weight) * logits.log_softmax(1);
        var counted = (weight is null ? targets : targets * weight).sum();
        return surprises.sum() / counted.clamp(min: 1e-6);
    }
}
