namespace Pneumonia.Core.Saliency;

/// <summary>Occlusion (Zeiler and Fergus 2014, section 3.2 and figure 6): a square of the mean grey level is moved over the image,
/// and each place has the mean loss of the class's margin, in logits, while it was covered.</summary>
/// <param name="cells">Cells in a row and in a column; the square moves by one of them at a time.</param>
/// <param name="window">Side of the square, in cells.</param>
public sealed class Occlusion(int cells = 14, int window = 2) : IExplanationMethod
{
    /// <summary>Method's short name.</summary>
    public const string Method = "occlusion";

    /// <inheritdoc/>
    public string Name => Method;

    /// <inheritdoc/>
    public string Title => "Occlusion";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public EvidenceMap Evidence(ExplanationRequest request)
    {
        var positions = cells - window + 1;
        var whole = ClassScore.Margin(request.Network.Logits(request.Image, 1)[0], request.ClassIndex);
        var scores = PerturbedImages.Score(
            request,
            positions * positions,
            (index, image) => Cover(request, index / positions, index % positions, image),
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

        return new EvidenceMap(cells, cells, [.. loss.Zip(covers, (sum, count) => sum / count)]);
    }

    private void Cover(ExplanationRequest request, int row, int column, Span<float> image)
    {
        var (top, left) = (Edge(row, request.Height), Edge(column, request.Width));
        var (bottom, right) = (Edge(row + window, request.Height), Edge(column + window, request.Width));
        request.Image.CopyTo(image);
        for (var y = top; y < bottom; y++)
        {
            image.Slice(y * request.Width + left, right - left).Clear();
        }
    }

    private int Edge(int cell, int side) => (int)Math.Round((double)cell * side / cells);
}
