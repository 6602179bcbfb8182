using Microsoft.ML;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Training;

/// <summary>
/// ML.NET's view of the trainer: fits on data with paths and labels, and gives a chain that adds
/// <see cref="ModelColumns.PredictedLabel"/> and <see cref="ModelColumns.Score"/>.
/// </summary>
/// <param name="ml">ML.NET.</param>
/// <param name="imagePathColumn">The text column with the images' paths.</param>
/// <param name="labelColumn">The text column with the class names.</param>
/// <param name="fit">Trains on the rows and gives the model; the caller of <see cref="Fit"/> disposes of it.</param>
public sealed class ImageClassificationEstimator(
    MLContext ml, string imagePathColumn, string labelColumn, Func<IReadOnlyList<LabelledImage>, ITransformer> fit)
    : IEstimator<ITransformer>
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A column is missing or holds something else than text.</exception>
    public ITransformer Fit(IDataView input)
    {
        var rows = LabelledImages.Read(input, imagePathColumn, labelColumn);
        var model = fit(rows);
        if (imagePathColumn == ModelColumns.ImagePath)
        {
            return model;
        }

        // The model reads the column it was saved with.
        var renamed = ml.Transforms.CopyColumns(ModelColumns.ImagePath, imagePathColumn).Fit(input);
        return new Microsoft.ML.Data.TransformerChain<ITransformer>(renamed, model);
    }

    /// <inheritdoc/>
    /// <remarks>A shape's columns cannot be made from outside ML.NET. A mapping with the same output types makes them.</remarks>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        foreach (var name in new[] { imagePathColumn, labelColumn })
        {
            if (!inputSchema.Any(column => column.Name == name && column.ItemType is Microsoft.ML.Data.TextDataViewType
                && column.Kind == SchemaShape.Column.VectorKind.Scalar))
            {
                throw new ArgumentException($"The data has no text column {name}.", nameof(inputSchema));
            }
        }

        var shaped = ml.Transforms.CustomMapping<NoColumns, PredictionShape>((_, _) => { }, contractName: null);
        var output = shaped.GetOutputSchema(inputSchema);
        return imagePathColumn == ModelColumns.ImagePath
            ? output
            : ml.Transforms.CopyColumns(ModelColumns.ImagePath, imagePathColumn).GetOutputSchema(output);
    }
}
