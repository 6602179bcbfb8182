namespace Pneumonia.Model.Serving.Pool;

/// <summary>Loads a model from a file.</summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public interface IPredictionModelLoader<TIn, TOut>
{
    /// <summary>Loads <paramref name="path"/>.</summary>
    /// <exception cref="InvalidModelException">The file is missing, damaged or not understood.</exception>
    IPredictionModel<TIn, TOut> Load(string path);
}
