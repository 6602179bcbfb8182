using System.Globalization;
using System.Text;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Lungs;

/// <summary>Finds masks that belong to another image, or lie badly on their own: each is held against the prediction of a network that
/// did not learn from it, nor from any other image of its patient.</summary>
/// <param name="Dices">Dice coefficient of every example's mask and that prediction.</param>
/// <param name="Exchanged">The same of every prediction and the mask of the next image: what a wrong mask comes to.</param>
internal sealed record MaskCheck(IReadOnlyList<double> Dices, IReadOnlyList<double> Exchanged)
{
    /// <summary>Trains a network on either half of the patients, and lets it judge the other.</summary>
    /// <param name="training">Trains.</param>
    /// <param name="options">How many epochs; the seed of the halves.</param>
    /// <param name="examples">Images and masks.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Pneumonia.Core.UserException">A class has too few patients to be divided.</exception>
    public static MaskCheck Run(LungTraining training, LungOptions options, LungExamples examples, CancellationToken cancellation)
    {
        var halves = PatientSplit.HoldOut([.. examples.All.Select(example => example.Image)], 0.5, options.Seed);
        var isFirst = halves.Training.Select(image => image.Path).ToHashSet();
        int[] first = Indices(inFirst: true), second = Indices(inFirst: false);
        var (dices, exchanged) = (new double[examples.All.Count], new double[examples.All.Count]);
        Judge(LungPhase.FirstHalf, first, second);
        Judge(LungPhase.SecondHalf, second, first);
        return new MaskCheck(dices, exchanged);

        int[] Indices(bool inFirst) => [.. examples.All.Index().Where(each => isFirst.Contains(each.Item.Image.Path) == inFirst).Select(each => each.Index)];

        void Judge(LungPhase phase, int[] learned, int[] judged)
        {
            using var network = training.Run(phase, learned, judged, options.CheckEpochs, cancellation);
            foreach (var (index, predicted) in judged.Zip(training.Predict(network, judged, cancellation)))
            {
                dices[index] = Dice.Of(predicted, examples.All[index].Mask);
                exchanged[index] = Dice.Of(predicted, examples.All[(index + 1) % examples.All.Count].Mask);
            }
        }
    }

    /// <summary>Lists the masks below a limit, the worst first: <c>mask,dice</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="examples">Images and masks.</param>
    /// <param name="nameOf">An image's name, as the user knows it.</param>
    /// <param name="limit">Dice coefficient.</param>
    public void WriteCsv(string path, LungExamples examples, Func<XRay, string> nameOf, double limit)
    {
        var lines = Dices.Index().Where(each => each.Item < limit).OrderBy(each => each.Item)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"\"{nameOf(examples.All[each.Index].Image).Replace("\"", "\"\"", StringComparison.Ordinal)}\",{each.Item:0.0000}\n"));
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes($"image,dice\n{string.Concat(lines)}")));
    }
}
