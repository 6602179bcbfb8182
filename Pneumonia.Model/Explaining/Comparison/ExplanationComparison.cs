using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Saliency;

namespace Pneumonia.Model.Explaining.Comparison;

/// <summary>Compares explanation methods on images with findings: do they point where the finding is, do they mark what the
/// network uses, do they depend on what it learned, and do they say the same twice.</summary>
/// <param name="copy">Makes a copy of the network that may be randomised by a seed.</param>
/// <param name="preparation">Makes the network's input.</param>
/// <param name="classOf">Index of the class explained for an image.</param>
public sealed class ExplanationComparison(
    Func<int, INetworkCascade> copy, ImagePreparation preparation, Func<Radiograph, int> classOf)
{
    /// <summary>Compares. The random map and the centred Gaussian take part as baselines.</summary>
    /// <param name="data">The images, in words.</param>
    /// <param name="cases">The images.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of the images and stages done.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ComparisonReport Run(
        string data,
        IReadOnlyList<ComparisonCase> cases,
        ComparisonOptions options,
        IProgress<DataProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using var cascade = copy(options.Seed);
        var checks = Math.Min(options.Checks, cases.Count);
        MethodTally[] tallies =
        [
            .. options.Methods.Select(method => new MethodTally(method, false, options)),
            new MethodTally(new RandomMap(), true, options),
            new MethodTally(new CentredGaussian(), true, options),
        ];
        var (done, total) = (0, (cases.Count + (checks == 0 ? 0 : cascade.Names.Count * checks)) * tallies.Length);

        foreach (var (index, one) in cases.Index())
        {
            ForEach(one, (tally, request) => tally.Add(request, [.. one.Boxes.SelectMany(box => InInput(box, one.Radiograph, request))], check: index < checks));
        }

        for (var stage = 0; stage < cascade.Names.Count && checks > 0; stage++)
        {
            cascade.Randomize(stage);
            foreach (var (index, one) in cases.Take(checks).Index())
            {
                ForEach(one, (tally, request) => tally.AddRandomized(request, index, stage));
            }
        }

        return new ComparisonReport(data, cases.Count, checks, cascade.Names, [.. tallies.Select(tally => tally.Figures())]);

        void ForEach(ComparisonCase one, Action<MethodTally, ExplanationRequest> measure)
        {
            var framed = preparation.Frame(preparation.Whole(one.Radiograph));
            preparation.Preprocessing.Normalise(framed.Grey);
            var request = ExplanationRequest.Of(cascade.Network, framed, classOf(one.Radiograph)) with
            {
                Seed = options.Seed, Cancellation = cancellation,
            };
            foreach (var tally in tallies)
            {
                cancellation.ThrowIfCancellationRequested();
                measure(tally, request);
                progress?.Report(new DataProgress(++done, total));
            }
        }
    }

    // Where a box of the whole X-ray lies in the network's input, in each of its views.
    private static IEnumerable<PixelBox> InInput(PixelBox box, Radiograph radiograph, ExplanationRequest request)
    {
        var height = request.Height / request.Views.Count;
        var whole = new RelativeBox(
            box.X / (double)radiograph.Width, box.Y / (double)radiograph.Height,
            (box.X + box.Width) / (double)radiograph.Width, (box.Y + box.Height) / (double)radiograph.Height);
        foreach (var (i, view) in request.Views.Index())
        {
            var inside = whole.Seen(view);
            var (left, top) = ((int)Math.Round(inside.Left * request.Width), (i * height) + (int)Math.Round(inside.Top * height));
            yield return new PixelBox(
                left, top, (int)Math.Round(inside.Right * request.Width) - left, (i * height) + (int)Math.Round(inside.Bottom * height) - top);
        }
    }
}
