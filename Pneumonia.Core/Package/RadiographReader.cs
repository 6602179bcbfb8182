using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Package;

/// <summary>Reads X-ray files as a network's input. An inverted image is not corrected here, and nothing is refused: that takes the
/// checks, which are no part of ML.NET's chain.</summary>
internal sealed class RadiographReader : IRadiographReader
{
    private readonly RadiographDecoder _decoder = new();

    /// <inheritdoc/>
    /// <exception cref="InvalidRadiographException">The file cannot be taken as an X-ray.</exception>
    public float[] Read(string path, string preprocessing) =>
        new ImagePreparation(SavedPreprocessing.Read(preprocessing)).Apply(_decoder.DecodeFile(path));
}
