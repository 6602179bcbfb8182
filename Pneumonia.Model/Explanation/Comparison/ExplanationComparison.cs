using Pneumonia.Model.Data;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Networks;
using static TorchSharp.torch;

namespace Pneumonia.Model.Explanation.Comparison;

/// <summary>Compares explanation methods on images with findings: do they point where the finding is, do they mark what the
/// network uses, do they depend on what it learned, and do they say the same twice.</summary>
/// <param name="network">In evaluation mode; is not changed.</param>
/// <param name="preprocessing">Its input.</param>
/// <param name="classOf">Index of the class explained for an image.</param>
public sealed class ExplanationComparison(Network network, Preprocessing preprocessing, Func<Radiograph, int> classOf)
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
        using var scope = NewDisposeScope();
        using var copy = NewNetwork(options.Seed);
        using var fresh = NewNetwork(options.Seed);
        copy.load_state_dict(network.state_dict());
        var cascade = new CascadingRandomization(copy, fresh);
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
            var boxes = one.Boxes.Select(box => box.Scale(
                (one.Radiograph.Width, one.Radiograph.Height), (preprocessing.Width, preprocessing.Height))).ToArray();
            ForEach(copy, one, (tally, request) => tally.Add(request, boxes, check: index < checks));
        }

        for (var stage = 0; stage < cascade.Names.Count && checks > 0; stage++)
        {
            cascade.Randomize(stage);
            foreach (var (index, one) in cases.Take(checks).Index())
            {
                ForEach(copy, one, (tally, request) => tally.AddRandomized(request, index, stage));
            }
        }

        return new ComparisonReport(data, cases.Count, checks, cascade.Names, [.. tallies.Select(tally => tally.Figures())]);

        void ForEach(Network asked, ComparisonCase one, Action<MethodTally, ExplanationRequest> measure)
        {
            using var inner = NewDisposeScope();
            var image = tensor(preprocessing.Apply(one.Radiograph), [1, 1, preprocessing.Height, preprocessing.Width]);
            var request = new ExplanationRequest(asked, image, classOf(one.Radiograph)) { Seed = options.Seed, Cancellation = cancellation };
            foreach (var tally in tallies)
            {
                cancellation.ThrowIfCancellationRequested();
                measure(tally, request);
                progress?.Report(new DataProgress(++done, total));
            }
        }
    }

    private Network NewNetwork(int seed)
    {
        manual_seed(seed);
        var made = Architectures.Find(network.Name).Create(new NetworkOptions((int)network.Classifier.weight.shape[0]));
        made.eval();
        return made;
    }
}
