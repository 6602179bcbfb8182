using Pneumonia.Core.Saliency;

namespace Pneumonia.Tests.Saliency;

/// <summary>A network without torch: its two channels are what of the image lies above and below 0, in cells of 2 x 2 pixels, its head
/// their mean and a linear layer.</summary>
/// <param name="height">Rows of its input, even.</param>
/// <param name="width">Columns of its input, even.</param>
/// <param name="hidesHead">Whether it keeps its head to itself, as if it were a deeper one.</param>
internal sealed class MeanNetwork(int height, int width, bool hidesHead = false) : IExplainedNetwork
{
    private static readonly float[][] s_weights = [[1, 0], [8, -2], [-1, 2]];

    public string Name => "mean";

    public int Height => height;

    public int Width => width;

    public IReadOnlyList<float[]>? ClassWeights => hidesHead ? null : s_weights;

    public float[][] Logits(float[] images, int count) =>
    [
        .. images.Chunk(height * width).Take(count).Select(Features)
            .Select(features => features.Values.Chunk(features.Values.Length / 2).Select(channel => channel.Average()).ToArray())
            .Select(means => s_weights.Select(row => row[0] * means[0] + row[1] * means[1]).ToArray()),
    ];

    public FeatureMap Features(float[] image)
    {
        var (rows, columns) = (height / 2, width / 2);
        var values = new float[2 * rows * columns];
        for (var pixel = 0; pixel < image.Length; pixel++)
        {
            var cell = pixel / width / 2 * columns + pixel % width / 2;
            values[cell] += Math.Max(image[pixel], 0);
            values[rows * columns + cell] += Math.Max(-image[pixel], 0);
        }

        return new FeatureMap(2, rows, columns, values);
    }
}
