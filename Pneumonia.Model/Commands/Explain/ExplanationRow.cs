using Pneumonia.Core.Imaging;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;
using Pneumonia.Core.Serving;

namespace Pneumonia.Model.Commands.Explain;

/// <summary>The JSON file of <c>explain</c>.</summary>
/// <param name="File">The file as given.</param>
/// <param name="Model">Name and version of the model.</param>
/// <param name="Method">Short name of the method.</param>
/// <param name="Class">The class explained.</param>
/// <param name="Seed">Seed of what was drawn at random.</param>
/// <param name="Width">Columns of the map.</param>
/// <param name="Height">Rows of the map.</param>
/// <param name="Cropped">What was cut off the file's image before, in its pixels: map and overlay show the rest; null: nothing.</param>
/// <param name="Quality">Figures, verdict and reasons; null where it was not measured.</param>
internal sealed record ExplanationRow(
    string File, string Model, string Method, string Class, int Seed, int Width, int Height, Margins? Cropped, ExplanationQuality? Quality)
{
    public static ExplanationRow Of(string file, int seed, SaliencyMap map, ExplanationQuality? quality, PneumoniaModel model, Margins? cropped) => new(
        file, model.DisplayName, map.Method, map.Class, seed, map.Width, map.Height, cropped, quality);
}
