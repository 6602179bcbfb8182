using Pneumonia.Model.Data;
using Pneumonia.Model.Evaluation;
using Pneumonia.Model.Evaluation.Shifts;
using Pneumonia.Model.Serving;

namespace Pneumonia.Model.Commands;

/// <summary>What a model says of labelled images.</summary>
internal static class ImageScores
{
    /// <summary>Scores every image under every shift. An image that cannot be read is named on standard error and left out.</summary>
    /// <returns>For every shift the scores, in the order of the images.</returns>
    public static IReadOnlyList<IReadOnlyList<ScoredImage>> Of(
        PneumoniaModel model, IReadOnlyList<XRay> images, IReadOnlyList<ImageShift> shifts, CancellationToken cancellation)
    {
        var positive = model.Information.Manifest.PositiveClass;
        var scores = shifts.Select(_ => new List<ScoredImage>(images.Count)).ToArray();
        using var progress = new ProgressLine(shifts.Count == 1 ? "Scoring images" : $"Scoring images in {shifts.Count} ways");
        var answers = FilePredictor.Predict(
            model, images.Select(image => image.Path), [.. shifts.Select(shift => shift.Apply)], cancellation: cancellation);
        foreach (var (index, files) in answers.Index())
        {
            if (files[0].Error is { } error)
            {
                Console.Error.WriteLine($"left out: {error}");
            }
            else
            {
                for (var i = 0; i < scores.Length; i++)
                {
                    var score = files[i].Prediction!.Probabilities.Single(probability => probability.Class == positive).Probability;
                    scores[i].Add(new ScoredImage(images[index].Patient, images[index].Class == positive, score));
                }
            }

            progress.Report(new DataProgress(index + 1, images.Count));
        }

        return scores;
    }
}
