using Microsoft.ML;
using Microsoft.ML.Data;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Training;

/// <summary>
/// ML.NET's view of the trainer: fits on data with paths and labels, and gives a chain that adds
/// <see cref="ModelColumns.PredictedLabel"/> and <see cref="ModelColumns.Score"/>.
/// </summary>
/// <param name="ml">ML.NET.</param>
/// <param name="fit">Trains on the rows and gives the model; whoever calls <see cref="Fit"/> disposes of it.</param>
/// <param name="imagePathColumn">The text column with the images' paths.</param>
/// <param name="labelColumn">The column with the class names, as text or keys.</param>
public sealed class ImageClassificationEstimator(
    MLContext ml, Func<IReadOnlyList<LabelledImage>, ITransformer> fit,
    string imagePathColumn = ModelColumns.ImagePath, string labelColumn = "Label") : IEstimator<ITransformer>
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column is missing or holds something else.</exception>
    public ITransformer Fit(IDataView input)
    {
        var model = fit(LabelledImages.Read(input, imagePathColumn, labelColumn));

        // The model reads the column it was saved with.
        return imagePathColumn == ModelColumns.ImagePath
            ? model
            : new TransformerChain<ITransformer>(
                ml.Transforms.CopyColumns(ModelColumns.ImagePath, imagePathColumn).Fit(input), model);
    }

    /// <inheritdoc/>
    /// <remarks>A shape's columns cannot be made from outside ML.NET. A mapping with the same output types makes them.</remarks>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        foreach (var name in new[] { imagePathColumn, labelColumn })
        {
            if (inputSchema.All(column => column.Name != name))
            {
                throw new ArgumentException($"The data has no column {name}.", nameof(inputSchema));
            }
        }

        var renamed = imagePathColumn == ModelColumns.ImagePath
            ? inputSchema
            : ml.Transforms.CopyColumns(ModelColumns.ImagePath, imagePathColumn).GetOutputSchema(inputSchema);
        return ml.Transforms.CustomMapping<NoColumns, PredictionShape>((_, _) => { }, contractName: null).GetOutputSchema(renamed);
    }
}
