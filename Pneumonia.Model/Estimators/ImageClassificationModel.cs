using Microsoft.ML;
using Microsoft.ML.Data;
using Pneumonia.Core.Package;

namespace Pneumonia.Model.Estimators;

/// <summary>A trained model as ML.NET's transformer. Saved by <c>mlContext.Model.Save</c>, it is the chain that a model zip holds, without
/// the zip's own entries. Dispose of it: it holds a session of ONNX Runtime.</summary>
public sealed class ImageClassificationModel : ITransformer, IDisposable
{
    private readonly ITransformer _chain;

    private ImageClassificationModel(ITransformer chain, ModelInformation information) => (_chain, Information) = (chain, information);

    /// <summary>What the zip says of itself: how it was trained, its calibration, its figures on the held-out patients.</summary>
    public ModelInformation Information { get; }

    /// <inheritdoc/>
    public bool IsRowToRowMapper => _chain.IsRowToRowMapper;

    /// <summary>Opens a model zip.</summary>
    /// <param name="zip">The zip.</param>
    /// <param name="ml">ML.NET.</param>
    /// <param name="input">Data such as it will see.</param>
    /// <param name="imagePathColumn">The column with the images' paths.</param>
    internal static ImageClassificationModel Load(string zip, MLContext ml, IDataView input, string imagePathColumn)
    {
        ml.ComponentCatalog.RegisterAssembly(typeof(SavedRadiographMapping).Assembly);
        var chain = ModelZip.Load(zip, ml, out _);

        // The model reads the column it was saved with.
        return new ImageClassificationModel(
            imagePathColumn == ModelColumns.ImagePath
                ? chain
                : new TransformerChain<ITransformer>(ml.Transforms.CopyColumns(ModelColumns.ImagePath, imagePathColumn).Fit(input), chain),
            ModelZip.ReadInformation(zip));
    }

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _chain.GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => _chain.Transform(input);

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => _chain.GetRowToRowMapper(inputSchema);

    /// <inheritdoc/>
    public void Dispose() => (_chain as IDisposable)?.Dispose();

    /// <inheritdoc/>
    void ICanSaveModel.Save(ModelSaveContext ctx) => _chain.Save(ctx);
}
