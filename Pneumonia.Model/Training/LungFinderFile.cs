using Pneumonia.Core;
using Pneumonia.Core.Graphs;
using Pneumonia.Core.Lungs;

namespace Pneumonia.Model.Training;

/// <summary>The ONNX file that finds the lungs of the images that are trained on.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Network">The same, opened. Whoever reads it disposes of it.</param>
internal sealed record LungFinderFile(byte[] Bytes, LungNetwork Network)
{
    /// <summary>Reads it.</summary>
    /// <param name="path">The file; null: there is none.</param>
    /// <exception cref="UserException">It cannot be read, or finds no lungs; the message names it.</exception>
    public static LungFinderFile? Read(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            // Images are prepared on all cores: one thread each.
            var bytes = File.ReadAllBytes(path);
            return new LungFinderFile(bytes, new LungNetwork(bytes, threads: 1));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidNetworkException)
        {
            throw new UserException($"{path}: the lungs' network cannot be read: {UserText.Of(e)}.", e);
        }
    }
}
