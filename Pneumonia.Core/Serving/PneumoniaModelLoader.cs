namespace Pneumonia.Core.Serving;

/// <summary>Loads model zips.</summary>
/// <param name="gradients">Explains by the methods that need gradients; null: those are not offered.</param>
public sealed class PneumoniaModelLoader(IGradientExplainer? gradients = null) : IModelLoader
{
    /// <inheritdoc/>
    public IRadiographModel Load(string path) => PneumoniaModel.Load(path, gradients);
}
