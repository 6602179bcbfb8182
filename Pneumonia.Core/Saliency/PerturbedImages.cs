using Pneumonia.Core.Data;

namespace Pneumonia.Core.Saliency;

/// <summary>Asks a network about many changed copies of an image, a few at a time.</summary>
internal static class PerturbedImages
{
    private const int BatchSize = 16;

    /// <summary>Makes a copy.</summary>
    /// <param name="index">Which one; they come in order.</param>
    /// <param name="image">The image, as the copy before left it in part; to be overwritten in whole.</param>
    public delegate void Change(int index, Span<float> image);

    /// <summary>Scores of the copies.</summary>
    /// <param name="request">Says which network, reports and can be cancelled.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="make">Makes them.</param>
    /// <param name="score">Turns the logits of one of them and a class into its score.</param>
    /// <param name="use">Sees each score, in order, before later batches are made.</param>
    /// <returns>One score a copy.</returns>
    public static float[] Score(
        ExplanationRequest request,
        int count,
        Change make,
        Func<float[], int, float> score,
        Action<float>? use = null)
    {
        var (scores, pixels) = (new float[count], request.Image.Length);
        var images = Array.Empty<float>();
        for (var start = 0; start < count; start += BatchSize)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var length = Math.Min(BatchSize, count - start);
            images = images.Length == length * pixels ? images : new float[length * pixels];
            for (var i = 0; i < length; i++)
            {
                make(start + i, images.AsSpan(i * pixels, pixels));
            }

            var logits = request.Network.Logits(images, length);
            for (var i = 0; i < length; i++)
            {
                scores[start + i] = score(logits[i], request.ClassIndex);
                use?.Invoke(scores[start + i]);
            }

            request.Progress?.Report(new DataProgress(start + length, count));
        }

        return scores;
    }
}
