using Microsoft.ML;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Model.Packaging;
using Pneumonia.Model.Training;

namespace Pneumonia.Model.Estimators;

/// <summary>
/// ML.NET's view of the trainer, and the one that <c>train</c> uses: it fits on data with paths and labels, and gives a chain that adds
/// <see cref="ModelColumns.PredictedLabel"/> and <see cref="ModelColumns.Score"/>, whose slot names are the classes.
/// </summary>
/// <param name="options">What and how to train; progress comes to <see cref="ImageClassificationOptions.MetricsCallback"/>.</param>
/// <param name="settings">Columns, and what becomes of the model.</param>
public sealed class ImageClassificationEstimator(ImageClassificationOptions options, EstimatorSettings settings)
    : IEstimator<ImageClassificationModel>
{
    private readonly MLContext _ml = new(options.Seed);

    /// <summary>Trains, calibrates, evaluates, and writes the model zip where the settings name one.</summary>
    /// <exception cref="ArgumentException">A column is missing or holds something else.</exception>
    /// <exception cref="UserException">An option or an image is not usable; the message names it.</exception>
    public ImageClassificationModel Fit(IDataView input)
    {
        using var result = Train(input);
        if (settings.Zip is { } kept)
        {
            Write(result, kept);
            return ImageClassificationModel.Load(kept, _ml, input, settings.ImagePathColumn);
        }

        var folder = Directory.CreateTempSubdirectory("pneumonia-");
        try
        {
            var zip = Path.Combine(folder.FullName, "model.zip");
            Write(result, zip);
            return ImageClassificationModel.Load(zip, _ml, input, settings.ImagePathColumn);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The first half of <see cref="Fit"/>: the network.</summary>
    /// <param name="input">Rows with paths and labels.</param>
    /// <param name="cancellation">Ends it between two steps; the last full epoch's checkpoint remains.</param>
    /// <returns>The network, and what it says of the held-out images. Dispose it.</returns>
    /// <inheritdoc cref="Fit" path="/exception"/>
    public TrainingResult Train(IDataView input, CancellationToken cancellation = default)
    {
        XRay[] images = [.. LabelledImages.Read(input, settings).Select(row => row.ToXRay())];
        var classes = settings.Classes ?? [.. images.Select(image => image.Class).Distinct().Order(StringComparer.Ordinal)];
        var positive = PositiveGroup.Of(classes, settings.PositiveClasses);
        settings.Log?.Invoke($"classes: {string.Join(", ", classes)}; {positive} counts as positive");
        return new ImageClassificationTrainer(options, settings.Log, settings.Time).Fit(images, classes, cancellation);
    }

    /// <summary>The second half of <see cref="Fit"/>: calibrates, evaluates and writes the zip.</summary>
    /// <param name="result">What <see cref="Train"/> gave.</param>
    /// <param name="zip">The zip, replaced if it exists.</param>
    /// <param name="progress">Hears of the held-out images scored under simulated changes.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <returns>What the zip says of itself.</returns>
    public ModelInformation Write(
        TrainingResult result, string zip, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default) =>
        TrainedModel.Write(
            result, zip, (settings.DataName, settings.IsSynthetic), PositiveGroup.Of(result.Classes, settings.PositiveClasses),
            settings.Time.GetUtcNow(), settings.Labels, progress, settings.Log, cancellation);

    /// <inheritdoc/>
    /// <remarks>A shape's columns cannot be made from outside ML.NET. A mapping with the same output types makes them.</remarks>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        foreach (var name in new[] { settings.ImagePathColumn, settings.LabelColumn })
        {
            if (inputSchema.All(column => column.Name != name))
            {
                throw new ArgumentException($"The data has no column {name}.", nameof(inputSchema));
            }
        }

        var renamed = settings.ImagePathColumn == ModelColumns.ImagePath
            ? inputSchema
            : _ml.Transforms.CopyColumns(ModelColumns.ImagePath, settings.ImagePathColumn).GetOutputSchema(inputSchema);
        return _ml.Transforms.CustomMapping<NoColumns, PredictionShape>((_, _) => { }, contractName: null).GetOutputSchema(renamed);
    }
}
