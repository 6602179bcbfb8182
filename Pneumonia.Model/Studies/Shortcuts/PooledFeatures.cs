using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Serving;

namespace Pneumonia.Model.Studies.Shortcuts;

/// <summary>What a network makes of images before its classifier: the means over its last feature map.</summary>
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
        var decoder = new RadiographDecoder();
        var features = new List<float[]>(files.Count);
        foreach (var chunk in files.Chunk(BatchSize))
        {
            var pixels = chunk.AsParallel().AsOrdered().WithCancellation(cancellation)
                .Select(file => model.Preparation.Apply(decoder.DecodeFile(file))).ToArray();
            features.AddRange(model.Answer([.. pixels.SelectMany(image => image)]).Select(answer => answer.Depths[^1]));
            progress?.Report(new DataProgress(features.Count, files.Count));
        }

        return features;
    }
}
