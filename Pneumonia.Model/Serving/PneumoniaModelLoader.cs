namespace Pneumonia.Model.Serving;

/// <summary>Loads model zips.</summary>
public sealed class PneumoniaModelLoader : IModelLoader
{
    /// <inheritdoc/>
    public IRadiographModel Load(string path) => PneumoniaModel.Load(path, new TorchGradientExplainer());
}
