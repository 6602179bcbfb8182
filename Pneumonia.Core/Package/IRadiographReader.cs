namespace Pneumonia.Core.Package;

/// <summary>Reads an image file as a network's input.</summary>
public interface IRadiographReader
{
    /// <summary>Decodes and prepares an image. Called by several threads at once.</summary>
    /// <param name="path">The image's path.</param>
    /// <param name="preprocessing">How to prepare it, as text saved in the model.</param>
    /// <returns>Row-major numbers, of the size that the network takes.</returns>
    float[] Read(string path, string preprocessing);
}
