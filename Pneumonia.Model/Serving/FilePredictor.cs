using Pneumonia.Model.Imaging;

namespace Pneumonia.Model.Serving;

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
        PneumoniaModel model, IEnumerable<string> files, bool withSaliency = false, CancellationToken cancellation = default)
    {
        var decoder = new RadiographDecoder();
        foreach (var chunk in files.Chunk(BatchSize))
        {
            var decoded = chunk.AsParallel().AsOrdered().WithCancellation(cancellation).Select(file => Decode(decoder, file)).ToArray();
            var inputs = decoded.Where(file => file.Radiograph is not null)
                .Select(file => new PredictionInput(file.Radiograph!, withSaliency)).ToArray();
            var answers = new Queue<Prediction>(inputs.Length == 0 ? [] : model.Predict(inputs));
            foreach (var file in decoded)
            {
                yield return file.Error is null ? file with { Prediction = answers.Dequeue() } : file;
            }
        }
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
