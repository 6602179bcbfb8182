using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Lungs;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Networks.Layers;

namespace Pneumonia.Model.CheckFitting;

/// <summary>Fits the checks of a model's input. The bad images are made of good ones - turned, cut, inverted - and drawn.</summary>
public static class ChecksFit
{
    /// <summary>With fewer training images no checks are fitted: they would refuse good images.</summary>
    public const int LeastImages = 200;

    private const int MostSpoilt = 320;
    private const int MostPlain = 400;
    private const int MostSynthetic = 60;
    private const int Pictures = 250;
    private const int MostComponents = 64;
    private const string SyntheticGroup = "synthetic";

    /// <summary>Of each depth; several are looked at.</summary>
    private const double FalseAlarmRate = 0.004;

    /// <summary>Good images seldom have a probability of being upright of less than 0.9, bad ones one of more than 0.4.</summary>
    private const double MostUprightThreshold = 0.75;

    private static readonly string[] s_conditions =
        [InputChecks.Upright, CheckReasons.Rotated, CheckReasons.Cropped, CheckReasons.Inverted, CheckReasons.NotChestXray];

    /// <summary>Fits the checks. The same images and seed give the same checks.</summary>
    /// <param name="network">With its final weights. Set to evaluation mode.</param>
    /// <param name="preparation">Makes the network's input.</param>
    /// <param name="data">The images.</param>
    /// <param name="log">Hears what a person should know.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>The checks, bound to no weights yet; null where there are too few images.</returns>
    public static InputChecks? Fit(
        Network network, ImagePreparation preparation, ChecksData data, Action<string> log, CancellationToken cancellation = default)
    {
        if (data.Training.Count < LeastImages)
        {
            log($"no checks of the input: {data.Training.Count} training images are too few, {LeastImages} are needed");
            return null;
        }

        network.eval();
        var reader = new EvidenceReader(pixels => FeatureTaps.Read(network, pixels, preparation.Preprocessing), preparation);
        var made = new FittingExamples(preparation.WholeSize, data.Seed);
        var images = DrawOfAll(data.Training, MostSpoilt + MostPlain, data.Seed);
        log($"checks of the input: fitting on {images.Length} training images and what is made of them");
        var synthetic = Draw(data.Synthetic, MostSynthetic, data.Seed);
        List<FittingExample> labels = [];
        var evidence = reader.Read(
            made.Spoil(images.Take(MostSpoilt), GroupOf)
                .Concat(made.Plain(images.Skip(MostSpoilt), GroupOf))
                .Concat(made.Spoil(synthetic, _ => SyntheticGroup))
                .Concat(made.Pictures(Pictures))
                .Select(example =>
                {
                    // The pixels are not needed again, and thousands of them would fill the memory.
                    labels.Add(example with { Image = null! });
                    return example.Image;
                }),
            null, cancellation).ToArray();
        var (thresholds, judging) = data.Halves;
        var checks = Fit(labels, evidence, data.Seed, cancellation) with { Origin = new ChecksOrigin(images.Length, thresholds.Count, FalseAlarmRate, data.Seed) };
        checks = WithThresholds(checks, [.. reader.Read(Decode(thresholds), null, cancellation)]);
        var refused = reader.Read(Decode(judging), checks, cancellation).Count(image => checks.Judge(image).Any(CheckReasons.Refuses));
        log($"checks of the input: {refused} of {judging.Count} good images of held-out patients are refused");
        return checks with { Origin = checks.Origin with { FalseAlarms = Wilson.Interval(refused, judging.Count) } };
    }

    private static InputChecks Fit(IReadOnlyList<FittingExample> examples, ImageEvidence[] evidence, int seed, CancellationToken cancellation)
    {
        int[] good = [.. Enumerable.Range(0, evidence.Length).Where(i => examples[i].Group is not null)];
        string[] groups = [.. good.Select(i => examples[i].Group!)];

        // Standardised, an inverted thumbnail is the thumbnail's negative.
        float[][] upward = [.. evidence.Where((_, i) => examples[i].Condition is InputChecks.Upright or CheckReasons.Rotated).Select(image => image.Thumbnail)];
        float[][] thumbnails = [.. upward, .. upward.Select(thumbnail => Array.ConvertAll(thumbnail, value => -value))];
        return new InputChecks
        {
            WeightsSha256 = "",
            Inversion = HeadFit.Fit(
                thumbnails, [.. thumbnails.Select((_, i) => i < upward.Length ? 0 : 1)], [InputChecks.Upright, CheckReasons.Inverted], cancellation),
            Condition = HeadFit.Fit(
                [.. evidence.Select(image => image.All)], [.. examples.Select(example => Array.IndexOf(s_conditions, example.Condition))], s_conditions,
                cancellation),
            UprightThreshold = MostUprightThreshold,
            Depths = [.. Enumerable.Range(0, evidence[0].Depths.Length).Select(depth =>
            {
                float[][] features = [.. good.Select(i => evidence[i].Depths[depth])];
                return DensityFit.Fit(features, groups, Math.Min(MostComponents, Math.Min(features.Length / 4, features[0].Length - 1)), seed);
            })],
            Origin = null!,
        };
    }

    private static InputChecks WithThresholds(InputChecks checks, ImageEvidence[] good) => checks with
    {
        UprightThreshold = Math.Min(
            MostUprightThreshold, -Quantile(good.Select(image => -checks.Condition.Judge(image.All, InputChecks.Upright).Probability))),
        Depths = [.. checks.Depths.Select((depth, i) => depth with { Threshold = Quantile(good.Select(image => depth.Distance(image.Depths[i]))) })],
    };

    // The value that a share of FalseAlarmRate exceeds.
    private static double Quantile(IEnumerable<double> values)
    {
        double[] sorted = [.. values.OrderDescending()];
        return sorted[(int)(FalseAlarmRate * sorted.Length)];
    }

    private static string GroupOf(XRay image) => image.Facts?.Population == Population.Adults ? $"{image.Class}, {nameof(Population.Adults)}" : image.Class;

    // Adults beside children are few: a quarter is theirs, where there are as many.
    private static XRay[] DrawOfAll(IReadOnlyList<XRay> images, int most, int seed)
    {
        var adults = Draw([.. images.Where(image => image.Facts?.Population == Population.Adults)], most / 4, seed);
        XRay[] drawn = [.. Draw([.. images.Where(image => image.Facts?.Population != Population.Adults)], most - adults.Length, seed), .. adults];
        return adults.Length == 0 ? drawn : Draw(drawn, most, seed);
    }

    private static XRay[] Draw(IReadOnlyList<XRay> images, int most, int seed)
    {
        XRay[] drawn = [.. images];
        new Random(seed).Shuffle(drawn);
        return drawn[..Math.Min(most, drawn.Length)];
    }

    private static IEnumerable<Radiograph> Decode(IEnumerable<XRay> images)
    {
        var decoder = new RadiographDecoder();
        return images.Select(image => decoder.DecodeFile(image.Path));
    }
}
