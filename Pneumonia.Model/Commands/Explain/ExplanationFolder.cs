using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Saliency;
using Pneumonia.Model.Commands.Shared;

namespace Pneumonia.Model.Commands.Explain;

/// <summary>Where <c>explain</c> writes.</summary>
internal sealed class ExplanationFolder(string folder)
{
    private const double Opacity = 0.6;
    private const double FadedOpacity = 0.2;

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes <c>NAME.METHOD.png</c>, <c>.map.png</c> and <c>.json</c>; files of the same name from different folders are
    /// numbered. The overlay of a map that is not reliable is faded.</summary>
    public void Write(string file, Radiograph radiograph, SaliencyMap map, ExplanationRow row)
    {
        var path = Path.Combine(folder, $"{Stem(file)}.{map.Method}");
        var overlay = SaliencyOverlay.Blend(radiograph, map, row.Quality is { Reliable: false } ? FadedOpacity : Opacity);
        var raw = Array.ConvertAll(map.Values.ToArray(), value => (ushort)MathF.Round(ushort.MaxValue * Math.Clamp(value, 0, 1)));
        var png = ImageEncoder.Grey16Png(map.Width, map.Height, raw);
        AtomicFile.Write($"{path}.png", stream => stream.Write(overlay));
        AtomicFile.Write($"{path}.map.png", stream => stream.Write(png));
        JsonOutput.Write($"{path}.json", row);
    }

    private string Stem(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        var name = stem;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{stem}-{number}";
        }

        return name;
    }
}
