using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Core.Serving;

/// <summary>Answers for many files: decodes on all cores, predicts in batches. A file that cannot be read stops no other.</summary>
public static class FilePredictor
{
    private const int BatchSize = 16;

    /// <summary>Answers in the order of the files, as they come.</summary>
    /// <param name="model">The model.</param>
    /// <param name="files">Paths of images.</param>
    /// <param name="withSaliency">Whether to explain every answer.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static IEnumerable<FilePrediction> Predict(
        PneumoniaModel model, IEnumerable<string> files, bool withSaliency = false, CancellationToken cancellation = default) =>
        Predict(model, files, [radiograph => radiograph], withSaliency, cancellation).Select(answers => answers[0]);

    /// <summary>Answers to several variants of every file, which is decoded once. Files in their order, as they come.</summary>
    /// <param name="model">The model.</param>
    /// <param name="files">Paths of images.</param>
    /// <param name="variants">Make what is asked about out of the decoded X-ray, on several threads; one or more.</param>
    /// <param name="withSaliency">Whether to explain every answer.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>For every file its answers, in the order of the variants. <see cref="FilePrediction.Radiograph"/> is the file's own.</returns>
    public static IEnumerable<IReadOnlyList<FilePrediction>> Predict(
        PneumoniaModel model, IEnumerable<string> files, IReadOnlyList<Func<Radiograph, Radiograph>> variants, bool withSaliency = false,
        CancellationToken cancellation = default)
    {
        var decoder = new RadiographDecoder();
        foreach (var chunk in files.Chunk(BatchSize))
        {
            var decoded = chunk.AsParallel().AsOrdered().WithCancellation(cancellation).Select(file => Decode(decoder, file)).ToArray();
            var answers = variants.Select(variant => Answer(model, decoded, variant, withSaliency, cancellation)).ToArray();
            for (var i = 0; i < decoded.Length; i++)
            {
                yield return Array.ConvertAll(answers, variant => variant[i]);
            }
        }
    }

    private static FilePrediction[] Answer(
        PneumoniaModel model, FilePrediction[] decoded, Func<Radiograph, Radiograph> variant, bool withSaliency, CancellationToken cancellation)
    {
        var inputs = decoded.Where(file => file.Radiograph is not null).AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(file => new PredictionInput(variant(file.Radiograph!), withSaliency)).ToArray();
        var answers = new Queue<Prediction>(inputs.Length == 0 ? [] : model.Predict(inputs));
        return Array.ConvertAll(decoded, file => file.Error is null ? file with { Prediction = answers.Dequeue() } : file);
    }

    private static FilePrediction Decode(RadiographDecoder decoder, string path)
    {
        try
        {
            return new FilePrediction(path, decoder.DecodeFile(path), null, null);
        }
        catch (Exception e) when (e is InvalidRadiographException or IOException or UnauthorizedAccessException)
        {
            return new FilePrediction(path, null, null, e.Message);
        }
    }
}
