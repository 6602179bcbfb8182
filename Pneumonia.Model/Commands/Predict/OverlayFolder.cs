using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Serving;

namespace Pneumonia.Model.Commands.Predict;

/// <summary>Where <c>predict --saliency</c> writes its pictures.</summary>
internal sealed class OverlayFolder
{
    private readonly string _folder;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public OverlayFolder(string folder)
    {
        _folder = folder;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{folder}: the folder cannot be made: {e.Message}", e);
        }
    }

    /// <summary>Writes <c>NAME.saliency.png</c>; files of the same name from different folders are numbered.</summary>
    public void Write(FilePrediction file, double opacity)
    {
        if (file is { Radiograph: { } radiograph, Prediction.Saliency: { } map })
        {
            var png = SaliencyOverlay.Blend(radiograph, map, opacity);
            AtomicFile.Write(Path.Combine(_folder, Name(file.File)), stream => stream.Write(png));
        }
    }

    private string Name(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        var name = $"{stem}.saliency.png";
        for (var number = 2; !_names.Add(name); number++)
        {
            name = $"{stem}-{number}.saliency.png";
        }

        return name;
    }
}
