using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Blazor;

/// <summary>Calls an image positive whose bottom right quarter is brighter than its bottom left. Refuses a file named <c>refused…</c>, and cannot
/// say of one named <c>undecided…</c>.</summary>
internal static class FakeEngine
{
    private const int MapSide = 28;

    public static Prediction Predict(PredictionInput example, ModelInformation information)
    {
        var image = example.Radiograph;
        var (left, right) = (Mean(0, image.Width / 2), Mean(image.Width / 2, image.Width));
        var answer = Answer(1 / (1 + Math.Exp(-40 * (right - left - 0.03))), information, example.WithSaliency ? Map() : null);
        return answer with
        {
            Refused = image.Name.StartsWith("refused", StringComparison.Ordinal),
            Reasons = image.Name.StartsWith("refused", StringComparison.Ordinal) ? ["not-a-chest"] : [],
            Triage = image.Name.StartsWith("undecided", StringComparison.Ordinal) ? Triage.CannotSay : answer.Triage,
        };

        double Mean(int from, int to) => Enumerable.Range(image.Height / 2, image.Height / 2)
            .Average(y => Enumerable.Range(from, to - from).Average(x => image.Pixels.Span[(y * image.Width) + x] / 65535.0));
    }

    public static Prediction Answer(double probability, ModelInformation information, SaliencyMap? saliency = null)
    {
        var manifest = information.Manifest;
        var threshold = information.Calibration.DefaultPoint.Threshold;
        return new Prediction
        {
            Label = manifest.Classes[probability >= threshold ? 1 : 0],
            Probabilities = [new(manifest.Classes[0], 1 - probability), new(manifest.Classes[1], probability)],
            PositiveClass = manifest.PositiveClass,
            Threshold = threshold,
            Triage = information.Calibration.Triage?.Of(probability),
            Meaning = ScoreMeanings.Find(information.Calibration.Meanings, probability),
            Model = $"{manifest.Name} {information.Version}",
            Saliency = saliency,
            Elapsed = TimeSpan.FromMilliseconds(42),
        };
    }

    private static SaliencyMap Map()
    {
        var values = new float[MapSide * MapSide];
        for (var i = 0; i < values.Length; i++)
        {
            var (dx, dy) = ((i % MapSide) - 19.0, (i / MapSide) - 17.0);
            values[i] = (float)Math.Exp(-((dx * dx) + (dy * dy)) / 18);
        }

        return new SaliencyMap("PNEUMONIA", "fake", MapSide, MapSide, values);
    }
}
