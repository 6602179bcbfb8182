using Microsoft.ML.Transforms;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Package;

/// <summary>The step of a model's chain from an image's path to what the lungs are found on.</summary>
[CustomMappingFactoryAttribute(ContractName)]
public sealed class WholeImageMapping : CustomMappingFactory<RadiographRow, RadiographPixels>
{
    internal const string ContractName = "PneumoniaML.WholeImage";

    /// <inheritdoc/>
    /// <exception cref="InvalidRadiographException">The file cannot be taken as an X-ray.</exception>
    public override Action<RadiographRow, RadiographPixels> GetMapping() => (row, pixels) =>
    {
        var preprocessing = SavedPreprocessing.Read(row.Preprocessing);
        var side = preprocessing.Lungs!.Side;
        var whole = ImageResizer.Grey(new RadiographDecoder().DecodeFile(row.ImagePath), side, side, preprocessing.Interpolation);
        pixels.Pixels = LungField.View(whole, side, side);
    };
}
