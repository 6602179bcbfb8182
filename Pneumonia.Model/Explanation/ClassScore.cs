using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>A class's score out of the logits.</summary>
internal static class ClassScore
{
    /// <summary>The class's logit against the mean of the others'; with two classes the log-odds before calibration.</summary>
    /// <param name="logits">[N, classes].</param>
    /// <param name="classIndex">The class.</param>
    /// <returns>[N].</returns>
    public static Tensor Margin(Tensor logits, int classIndex)
    {
        var own = logits.select(1, classIndex);
        return own - (logits.sum(1) - own) / (logits.shape[1] - 1);
    }

    /// <summary>The class's probability before calibration.</summary>
    /// <inheritdoc cref="Margin"/>
    public static Tensor Probability(Tensor logits, int classIndex) => logits.softmax(1).select(1, classIndex);
}
