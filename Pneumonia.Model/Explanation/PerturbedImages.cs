using Pneumonia.Model.Data;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>Asks a network about many changed copies of an image, a few at a time.</summary>
internal static class PerturbedImages
{
    private const int BatchSize = 16;

    /// <summary>Scores of the copies.</summary>
    /// <param name="request">Says which network, reports and can be cancelled.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="make">Makes [n, channels, height, width] of a first copy and a number of them.</param>
    /// <param name="score">Turns logits [n, classes] and a class into [n].</param>
    /// <param name="use">Sees each batch as it was made with its scores.</param>
    /// <returns>One score a copy.</returns>
    public static float[] Score(
        ExplanationRequest request,
        int count,
        Func<int, int, Tensor> make,
        Func<Tensor, int, Tensor> score,
        Action<Tensor>? use = null)
    {
        using var gradients = no_grad();
        var scores = new float[count];
        for (var start = 0; start < count; start += BatchSize)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var length = Math.Min(BatchSize, count - start);
            var batch = score(request.Network.forward(make(start, length)), request.ClassIndex);
            batch.contiguous().CopyTo(scores.AsSpan(start, length));
            use?.Invoke(batch);
            request.Progress?.Report(new DataProgress(start + length, count));
        }

        return scores;
    }
}
