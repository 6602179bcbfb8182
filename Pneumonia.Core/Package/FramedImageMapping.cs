using Microsoft.ML.Transforms;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Core.Package;

/// <summary>The step of a model's chain that cuts the lungs out of an image, once they are found.</summary>
[CustomMappingFactoryAttribute(ContractName)]
public sealed class FramedImageMapping : CustomMappingFactory<FramedImageRow, RadiographPixels>
{
    internal const string ContractName = "PneumoniaML.FramedImage";

    /// <inheritdoc/>
    public override Action<FramedImageRow, RadiographPixels> GetMapping() => (row, pixels) =>
    {
        var preprocessing = SavedPreprocessing.Read(row.Preprocessing);
        var preparation = new ImagePreparation(preprocessing, new FoundLungs(LungField.Of(row.Lungs)));
        pixels.Pixels = preparation.Apply(new RadiographDecoder().DecodeFile(row.ImagePath));
    };

    private sealed class FoundLungs(LungField field) : ILungFinder
    {
        public LungField Find(ReadOnlySpan<float> grey, int width, int height) => field;
    }
}
