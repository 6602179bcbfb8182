using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving;

/// <summary>Loads a model from a file.</summary>
public interface IModelLoader
{
    /// <summary>Loads <paramref name="path"/>.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged or not understood.</exception>
    IRadiographModel Load(string path);
}
