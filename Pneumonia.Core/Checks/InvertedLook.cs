using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Checks;

/// <summary>Tells an X-ray whose black and white are exchanged, as in MONOCHROME1, where there is no model yet whose checks would: what is learned
/// from is corrected like what is judged.</summary>
/// <remarks>The head is that of the default model's checks, fitted on children (<c>inversion.json</c>). Of 1,744 X-rays of children it takes none for inverted and
/// finds 1,743 of those inverted; of 1,314 of adults one, and finds 1,187.</remarks>
public static class InvertedLook
{
    // Eight pixels a cell of the thumbnail.
    private const int Side = 8 * Thumbnail.Side;
    private const double LeastProbability = 0.95;

    private static readonly LinearHead s_head = Read();

    /// <summary>Whether an X-ray looks inverted.</summary>
    public static bool Of(Radiograph radiograph) =>
        s_head.Judge(
            Thumbnail.Of(ImageResizer.Grey(radiograph, Side, Side, Interpolation.AntialiasedBilinear), Side), CheckReasons.Inverted).Probability >= LeastProbability;

    /// <summary>The X-ray with black and white as they should be.</summary>
    public static Radiograph Corrected(Radiograph radiograph) => Of(radiograph) ? radiograph.Inverted() : radiograph;

    private static LinearHead Read()
    {
        using var stream = typeof(InvertedLook).Assembly.GetManifestResourceStream("inversion.json")!;
        return JsonSerializer.Deserialize<LinearHead>(stream, ModelJson.Options)!;
    }
}
