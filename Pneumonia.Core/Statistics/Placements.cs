namespace Pneumonia.Core.Statistics;

/// <summary>
/// Where each image's score lies among the scores of the other class: what the AUC is the mean of, and its variance comes from
/// (DeLong et al. 1988, equations 4 to 6), by ranks (Sun and Xu 2014) and summed by patient (Obuchowski 1997, section 3). Where every
/// patient has one image, the variances are DeLong's.
/// </summary>
internal sealed class Placements
{
    private readonly int _positives;
    private readonly int _negatives;
    private readonly int _positivePatients;
    private readonly int _negativePatients;
    private readonly double[] _positiveSums;
    private readonly double[] _negativeSums;

    /// <summary>Ranks the scores.</summary>
    /// <param name="images">Images of both classes; the scores may be any finite numbers.</param>
    public Placements(IReadOnlyList<ScoredImage> images)
    {
        var positives = images.Where(image => image.Positive).ToArray();
        var negatives = images.Where(image => !image.Positive).ToArray();
        (_positives, _negatives) = (positives.Length, negatives.Length);
        (_positivePatients, _negativePatients) = (Patients(positives), Patients(negatives));

        var among = new Queue<double>(MidRanks.Of(Scores(images)));
        var (ownPositive, ownNegative) = (new Queue<double>(MidRanks.Of(Scores(positives))), new Queue<double>(MidRanks.Of(Scores(negatives))));
        var placed = images.Select(image => image.Positive
            ? (among.Dequeue() - ownPositive.Dequeue()) / _negatives
            : 1 - ((among.Dequeue() - ownNegative.Dequeue()) / _positives)).ToArray();
        Auc = placed.Where((_, i) => images[i].Positive).Average();

        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var image in images)
        {
            keys.TryAdd(image.Patient, keys.Count);
        }

        (_positiveSums, _negativeSums) = (new double[keys.Count], new double[keys.Count]);
        foreach (var (i, image) in images.Index())
        {
            (image.Positive ? _positiveSums : _negativeSums)[keys[image.Patient]] += placed[i] - Auc;
        }
    }

    /// <summary>Area under the ROC curve.</summary>
    public double Auc { get; }

    /// <summary>Whether there are two patients of each class or more, as a variance needs.</summary>
    public bool HasVariance => _positivePatients >= 2 && _negativePatients >= 2;

    /// <summary>Covariance of two areas on the same images in the same order; with itself, the variance.</summary>
    public double Covariance(Placements other)
    {
        var patients = _positiveSums.Length;
        return (Products(_positiveSums, other._positiveSums) * Inflation(_positivePatients) / ((double)_positives * _positives))
            + (Products(_negativeSums, other._negativeSums) * Inflation(_negativePatients) / ((double)_negatives * _negatives))
            + ((Products(_positiveSums, other._negativeSums) + Products(_negativeSums, other._positiveSums))
                * Inflation(patients) / ((double)_positives * _negatives));
    }

    private static double Inflation(int patients) => patients / (patients - 1.0);

    private static double Products(double[] first, double[] second) => first.Zip(second, (a, b) => a * b).Sum();

    private static double[] Scores(IReadOnlyList<ScoredImage> images) => [.. images.Select(image => image.Score)];

    private static int Patients(ScoredImage[] images) => images.Select(image => image.Patient).Distinct().Count();
}
