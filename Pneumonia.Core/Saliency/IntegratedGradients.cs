using System.Numerics.Tensors;
using Pneumonia.Core.Data;

namespace Pneumonia.Core.Saliency;

/// <summary>Integrated gradients (Sundararajan et al. 2017, equations 1 and 3), averaged over noisy copies of the image (SmoothGrad,
/// Smilkov et al. 2017, section 3). The path leads straight from an even image of the mean grey level to the image. The
/// attributions of all pixels sum to the difference of the class's margins at both ends (completeness, proposition 1).</summary>
/// <param name="steps">Points on the path, at the middle of as many pieces of equal length.</param>
/// <param name="samples">Noisy copies; 1 or more.</param>
/// <param name="noise">Standard deviation of their noise as a share of the image's range; 0 for none.</param>
public sealed class IntegratedGradients(int steps = 16, int samples = 4, double noise = 0.1) : IExplanationMethod
{
    private const int PointsAtOnce = 8;
    private const int CellSide = 8;

    /// <inheritdoc/>
    public string Name => "integrated-gradients";

    /// <inheritdoc/>
    public string Title => "Integrated gradients";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public bool UsesGradients => true;

    /// <summary>Whether the network has gradients.</summary>
    public bool Suits(IExplainedNetwork network) => network is IGradientNetwork;

    /// <summary>The attributions, summed over cells of about 8 x 8 pixels: single pixels say little to the eye.</summary>
    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var (columns, rows) = (Math.Max(1, request.Width / CellSide), Math.Max(1, request.Height / CellSide));
        var pixels = Attributions(request);
        var (perCell, cells) = ((float)pixels.Values.Length / (rows * columns), new float[rows * columns]);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = perCell * MeanOfCell(pixels, cell / columns, rows, cell % columns, columns);
        }

        return new EvidenceMap(columns, rows, cells);
    }

    /// <summary>How much each pixel adds to the class's margin, in logits.</summary>
    /// <inheritdoc cref="IExplanationMethod.Evidence"/>
    public EvidenceMap Attributions(ExplanationRequest request)
    {
        var network = request.Network as IGradientNetwork
            ?? throw new ArgumentException($"{Title} need a network's gradients, and {request.Network.Name} has none as it is run here.");
        var random = new Random(request.Seed);
        var deviation = (float)(noise * (TensorPrimitives.Max<float>(request.Image) - TensorPrimitives.Min<float>(request.Image)));
        var sum = new float[request.Image.Length];
        for (var sample = 0; sample < samples; sample++)
        {
            var image = deviation > 0 ? Noisy(request.Image, deviation, random) : request.Image;
            for (var step = 0; step < steps; step += PointsAtOnce)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                var points = Enumerable.Range(step, Math.Min(PointsAtOnce, steps - step)).Select(at => (at + 0.5f) / steps).ToArray();
                TensorPrimitives.MultiplyAdd(image, Gradient(network, request.ClassIndex, image, points), sum, sum);
                request.Progress?.Report(new DataProgress(sample * steps + step + points.Length, samples * steps));
            }
        }

        TensorPrimitives.Divide(sum, samples * steps, sum);
        return new EvidenceMap(request.Width, request.Height, sum);
    }

    /// <summary>Sum of the gradients at points on the path.</summary>
    private static float[] Gradient(IGradientNetwork network, int classIndex, float[] image, float[] points)
    {
        var images = new float[points.Length * image.Length];
        for (var i = 0; i < points.Length; i++)
        {
            TensorPrimitives.Multiply(image, points[i], images.AsSpan(i * image.Length, image.Length));
        }

        var gradients = network.ImageGradient(images, points.Length, classIndex);
        var sum = new float[image.Length];
        for (var i = 0; i < points.Length; i++)
        {
            TensorPrimitives.Add(sum, gradients.AsSpan(i * image.Length, image.Length), sum);
        }

        return sum;
    }

    private static float[] Noisy(float[] image, float deviation, Random random)
    {
        // Box and Muller (1958).
        return Array.ConvertAll(image, grey => grey
            + MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle()) * deviation);
    }

    // Cells of sides that do not divide the image's share the pixels on their edges, as torch's adaptive pooling has it.
    private static float MeanOfCell(EvidenceMap pixels, int row, int rows, int column, int columns)
    {
        var (top, bottom) = Edges(row, rows, pixels.Height);
        var (left, right) = Edges(column, columns, pixels.Width);
        var sum = 0f;
        for (var y = top; y < bottom; y++)
        {
            sum += TensorPrimitives.Sum(pixels.Values.AsSpan(y * pixels.Width + left, right - left));
        }

        return sum / ((bottom - top) * (right - left));
    }

    private static (int From, int To) Edges(int cell, int cells, int side) => (cell * side / cells, ((cell + 1) * side + cells - 1) / cells);
}
