using Microsoft.ML;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Training;

/// <summary>Adds the trainer to ML.NET's own list.</summary>
public static class ImageClassificationCatalog
{
    /// <summary>A trainer for images, by whatever trains them.</summary>
    /// <param name="trainers">ML.NET's trainers for several classes. They do not hand out their context; a fresh one does.</param>
    /// <param name="fit">Trains on the rows and gives the model.</param>
    /// <param name="imagePathColumn">The text column with the images' paths.</param>
    /// <param name="labelColumn">The column with the class names, as text or keys.</param>
    public static IEstimator<ITransformer> ImageClassification(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers trainers,
        Func<IReadOnlyList<LabelledImage>, ITransformer> fit,
        string imagePathColumn = ModelColumns.ImagePath, string labelColumn = "Label")
    {
        ArgumentNullException.ThrowIfNull(trainers);
        return new ImageClassificationEstimator(new MLContext(), fit, imagePathColumn, labelColumn);
    }
}
