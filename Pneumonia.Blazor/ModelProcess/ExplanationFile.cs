using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Saliency.Quality;

namespace Pneumonia.Blazor.ModelProcess;

/// <summary>What <c>explain</c> writes of one X-ray beside its map.</summary>
/// <param name="Method">Short name of the method.</param>
/// <param name="Class">The class explained.</param>
/// <param name="Quality">Figures and verdict; null where it was not measured.</param>
internal sealed record ExplanationFile(string Method, string Class, ExplanationQuality? Quality)
{
    // A map has a few rows only.
    private static readonly RadiographDecoder s_decoder = new(new DecoderLimits { MinSide = 1 }, asStored: true);

    /// <summary>Reads a map and what is said of it.</summary>
    /// <param name="folder">Folder that <c>explain</c> has written to.</param>
    /// <param name="image">Name of the X-ray without its ending.</param>
    /// <param name="method">Short name of the method.</param>
    /// <exception cref="UserException">They are missing or damaged.</exception>
    public static (SaliencyMap Map, ExplanationQuality? Quality) Read(string folder, string image, string method)
    {
        var path = Path.Combine(folder, $"{image}.{method}");
        try
        {
            var file = JsonSerializer.Deserialize<ExplanationFile>(File.ReadAllBytes($"{path}.json"), ModelJson.Options)!;
            var pixels = s_decoder.DecodeFile($"{path}.map.png");
            var values = Array.ConvertAll(pixels.Pixels.ToArray(), level => (float)level / ushort.MaxValue);
            return (new SaliencyMap(file.Class, file.Method, pixels.Width, pixels.Height, values), file.Quality);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or InvalidRadiographException)
        {
            throw new ProgramFailedException("The explanation was not written as it should be.");
        }
    }
}
