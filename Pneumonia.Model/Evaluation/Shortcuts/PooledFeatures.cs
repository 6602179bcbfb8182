using Pneumonia.Model.Data;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;
using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Model.Evaluation.Shortcuts;

/// <summary>What a network makes of images before its classifier.</summary>
internal static class PooledFeatures
{
    private const int BatchSize = 16;

    /// <summary>Features of every file, in order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="files">Paths of images that can be read.</param>
    /// <param name="progress">Told of the files.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyList<float[]> Of(
        PneumoniaModel model, IReadOnlyList<string> files, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var (decoder, preprocessing) = (new RadiographDecoder(), model.Information.Manifest.Preprocessing);
        var features = new List<float[]>(files.Count);
        foreach (var chunk in files.Chunk(BatchSize))
        {
            var pixels = chunk.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Select(file => preprocessing.Apply(decoder.DecodeFile(file))).ToArray();
            using var scope = NewDisposeScope();
            using var gradients = no_grad();
            var images = tensor(pixels.SelectMany(image => image).ToArray(), [chunk.Length, 1, preprocessing.Height, preprocessing.Width]);
            var values = model.Network.Bottleneck(model.Network.Features(images)).ToArray<float>();
            features.AddRange(values.Chunk(values.Length / chunk.Length));
            progress?.Report(new DataProgress(features.Count, files.Count));
        }

        return features;
    }
}
