using System.Numerics.Tensors;

namespace Pneumonia.Core.Imaging;

/// <summary>Takes what is small out of an image: a normal density of weights, along rows and along columns. Outside of the image its
/// edges go on.</summary>
internal static class ImageBlur
{
    // The blur of Petsiuk et al. 2018 at its 224 pixels: a deviation of 5, in a window of 11.
    private const double DeviationOfWidth = 5 / 224.0;

    /// <summary>The image, blurred.</summary>
    /// <param name="image">Row-major.</param>
    /// <param name="width">Columns; the deviation goes by them.</param>
    /// <param name="height">Rows.</param>
    public static float[] Apply(float[] image, int width, int height)
    {
        var deviation = Math.Max(0.5, DeviationOfWidth * width);
        return Apply(image, width, height, deviation, (int)Math.Ceiling(deviation));
    }

    /// <summary>The image, blurred by another deviation.</summary>
    /// <param name="image">Row-major.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="deviation">Standard deviation of the weights, in pixels; more than 0.</param>
    /// <param name="reach">Pixels to either side that have a weight.</param>
    public static float[] Apply(float[] image, int width, int height, double deviation, int reach)
    {
        var weights = Weights(deviation, reach);
        return Down(Along(image, width, height, weights), width, height, weights);
    }

    private static float[] Weights(double deviation, int reach)
    {
        var weights = Enumerable.Range(-reach, 2 * reach + 1).Select(at => Math.Exp(-0.5 * at * at / (deviation * deviation))).ToArray();
        return [.. weights.Select(weight => (float)(weight / weights.Sum()))];
    }

    private static float[] Along(float[] image, int width, int height, float[] weights)
    {
        var reach = weights.Length / 2;
        var (blurred, padded) = (new float[image.Length], new float[width + 2 * reach]);
        for (var y = 0; y < height; y++)
        {
            var row = image.AsSpan(y * width, width);
            padded.AsSpan(0, reach).Fill(row[0]);
            row.CopyTo(padded.AsSpan(reach));
            padded.AsSpan(reach + width).Fill(row[^1]);
            var sum = blurred.AsSpan(y * width, width);
            for (var i = 0; i < weights.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(padded.AsSpan(i, width), weights[i], sum, sum);
            }
        }

        return blurred;
    }

    private static float[] Down(float[] image, int width, int height, float[] weights)
    {
        var reach = weights.Length / 2;
        var blurred = new float[image.Length];
        for (var y = 0; y < height; y++)
        {
            var sum = blurred.AsSpan(y * width, width);
            for (var i = 0; i < weights.Length; i++)
            {
                var from = Math.Clamp(y + i - reach, 0, height - 1);
                TensorPrimitives.MultiplyAdd(image.AsSpan(from * width, width), weights[i], sum, sum);
            }
        }

        return blurred;
    }
}
