using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation;

/// <summary>Occlusion (Zeiler and Fergus 2014, section 3.2 and figure 6): a square of the mean grey level is moved over the image,
/// and each place has the mean loss of the class's margin, in logits, while it was covered.</summary>
/// <param name="cells">Cells in a row and in a column; the square moves by one of them at a time.</param>
/// <param name="window">Side of the square, in cells.</param>
public sealed class Occlusion(int cells = 14, int window = 2) : IExplanationMethod
{
    /// <inheritdoc/>
    public string Name => "occlusion";

    /// <inheritdoc/>
    public string Title => "Occlusion";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public Tensor Evidence(ExplanationRequest request)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var positions = cells - window + 1;
        var whole = ClassScore.Margin(request.Network.forward(request.Image), request.ClassIndex).item<float>();
        var scores = PerturbedImages.Score(
            request,
            positions * positions,
            (start, length) => cat([.. Enumerable.Range(start, length).Select(index => Covered(request, index / positions, index % positions))]),
            ClassScore.Margin);
        var (loss, covers) = (new float[cells * cells], new int[cells * cells]);
        for (var index = 0; index < scores.Length; index++)
        {
            for (var cell = 0; cell < window * window; cell++)
            {
                var at = (index / positions + cell / window) * cells + index % positions + cell % window;
                loss[at] += whole - scores[index];
                covers[at]++;
            }
        }

        return scope.MoveToOuter(tensor([.. loss.Zip(covers, (sum, count) => sum / count)], [cells, cells]));
    }

    private Tensor Covered(ExplanationRequest request, int row, int column)
    {
        var (top, left) = (Edge(row, request.Height), Edge(column, request.Width));
        var (bottom, right) = (Edge(row + window, request.Height), Edge(column + window, request.Width));
        var image = request.Image.clone();
        image.narrow(2, top, bottom - top).narrow(3, left, right - left).zero_();
        return image;
    }

    private int Edge(int cell, int side) => (int)Math.Round((double)cell * side / cells);
}
