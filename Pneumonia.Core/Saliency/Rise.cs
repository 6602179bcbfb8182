using System.Numerics.Tensors;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Saliency;

/// <summary>Randomised input sampling (RISE; Petsiuk et al. 2018, equation 6 and section 3.3): the image is seen through many random
/// masks, and each place has the mean of the class's probability over the masks that show it. The mean over all masks is
/// subtracted, which the paper does not do: it lifts every place alike and would hide the differences.</summary>
/// <param name="masks">Number of masks; the paper takes 4,000 to 8,000.</param>
/// <param name="cells">Cells in a row and in a column of a mask.</param>
/// <param name="shown">Probability that a cell is shown.</param>
public sealed class Rise(int masks = 512, int cells = 7, double shown = 0.5) : IExplanationMethod
{
    /// <inheritdoc/>
    public string Name => "rise";

    /// <inheritdoc/>
    public string Title => "RISE";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var random = new Random(request.Seed);
        var (weighted, visible) = (new float[request.Image.Length], new float[request.Image.Length]);
        var unscored = new Queue<float[]>();
        var scores = PerturbedImages.Score(
            request,
            masks,
            (_, image) =>
            {
                var mask = Mask(request, random);
                TensorPrimitives.Multiply(request.Image, mask, image);
                unscored.Enqueue(mask);
            },
            ClassScore.Probability,
            probability =>
            {
                var mask = unscored.Dequeue();
                TensorPrimitives.MultiplyAdd(mask, probability, weighted, weighted);
                TensorPrimitives.Add(visible, mask, visible);
            });
        TensorPrimitives.MultiplyAdd(visible, -scores.Average(), weighted, weighted);
        TensorPrimitives.Divide(weighted, (float)(masks * shown), weighted);
        return new EvidenceMap(request.Width, request.Height, weighted);
    }

    /// <summary>A grid of random cells, enlarged to a little more than the image and cut at a random place.</summary>
    private float[] Mask(ExplanationRequest request, Random random)
    {
        var (high, wide) = (CellSide(request.Height), CellSide(request.Width));
        var grid = new float[(cells + 1) * (cells + 1)];
        for (var i = 0; i < grid.Length; i++)
        {
            grid[i] = random.NextDouble() < shown ? 1 : 0;
        }

        var stride = (cells + 1) * wide;
        var large = ImageResizer.Bilinear(grid, cells + 1, cells + 1, stride, (cells + 1) * high);
        var (top, left) = (random.Next(high), random.Next(wide));
        var mask = new float[request.Image.Length];
        for (var y = 0; y < request.Height; y++)
        {
            large.AsSpan((top + y) * stride + left, request.Width).CopyTo(mask.AsSpan(y * request.Width));
        }

        return mask;
    }

    private int CellSide(int side) => (side + cells - 1) / cells;
}
