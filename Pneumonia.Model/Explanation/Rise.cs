using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

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
    public Tensor Evidence(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var random = new Random(request.Seed);
        var weighted = zeros([request.Height, request.Width]);
        var visible = zeros([request.Height, request.Width]);
        Tensor? batch = null;
        var scores = PerturbedImages.Score(
            request,
            masks,
            (_, length) => request.Image * (batch = cat([.. Enumerable.Range(0, length).Select(_ => Mask(request, random))])),
            ClassScore.Probability,
            probabilities =>
            {
                weighted.add_((batch! * probabilities.reshape(-1, 1, 1, 1)).sum([0, 1]));
                visible.add_(batch!.sum([0, 1]));
            });
        return scope.MoveToOuter((weighted - visible * scores.Average()) / (masks * shown));
    }

    /// <summary>A grid of random cells, enlarged to a little more than the image and cut at a random place.</summary>
    private Tensor Mask(ExplanationRequest request, Random random)
    {
        var (high, wide) = (CellSide(request.Height), CellSide(request.Width));
        var values = new float[(cells + 1) * (cells + 1)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextDouble() < shown ? 1 : 0;
        }

        var grid = tensor(values, [1, 1, cells + 1, cells + 1]);
        long[] size = [(cells + 1) * high, (cells + 1) * wide];
        return nn.functional.interpolate(grid, size, mode: InterpolationMode.Bilinear)
            .narrow(2, random.Next(high), request.Height).narrow(3, random.Next(wide), request.Width);
    }

    private int CellSide(int side) => (side + cells - 1) / cells;
}
