using Pneumonia.Model.Serving.Pool;

namespace Pneumonia.Model.Serving;

/// <summary>Loads model zips for the pool.</summary>
public sealed class PneumoniaModelLoader : IPredictionModelLoader<PredictionInput, Prediction>
{
    /// <inheritdoc/>
    public IPredictionModel<PredictionInput, Prediction> Load(string path) => PneumoniaModel.Load(path);
}
