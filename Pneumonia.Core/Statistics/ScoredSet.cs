namespace Pneumonia.Core.Statistics;

/// <summary>Checked images in order of falling score: what every figure is computed from.</summary>
internal sealed class ScoredSet
{
    private readonly double?[] _thresholds;

    /// <summary>Checks and sorts.</summary>
    /// <param name="images">Images of both classes, in any order.</param>
    /// <param name="data">Name of the set for messages.</param>
    /// <exception cref="UserException">There is no image, only one class, or a score that is no probability.</exception>
    public ScoredSet(IReadOnlyList<ScoredImage> images, string data)
    {
        if (images.Count == 0)
        {
            throw new UserException($"{data}: there is no image to evaluate.");
        }

        if (images.FirstOrDefault(image => image.Score is not (>= 0 and <= 1)) is { } bad)
        {
            throw new UserException($"{data}: a score of {bad.Score} is not a probability between 0 and 1.");
        }

        Positives = images.Count(image => image.Positive);
        Negatives = images.Count - Positives;
        if (Positives == 0 || Negatives == 0)
        {
            var only = Positives == 0 ? (UserText)"negative" : "positive";
            throw new UserException(
                $"{data}: images of both classes are needed, and all {images.Count} are {only}.");
        }

        Order = [.. Enumerable.Range(0, images.Count).OrderByDescending(i => images[i].Score)];
        var sorted = Array.ConvertAll(Order, i => images[i]);
        Scores = Array.ConvertAll(sorted, image => image.Score);
        Positive = Array.ConvertAll(sorted, image => image.Positive);
        _thresholds = Array.ConvertAll(sorted, image => image.Threshold);

        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        Patient = Array.ConvertAll(sorted, image => keys.TryAdd(image.Patient, keys.Count) ? keys.Count - 1 : keys[image.Patient]);
        Patients = keys.Count;
    }

    /// <summary>Each image's place in the list it was made of.</summary>
    public int[] Order { get; }

    /// <summary>Scores, falling.</summary>
    public double[] Scores { get; }

    /// <summary>Whether each image is positive, in the order of <see cref="Scores"/>.</summary>
    public bool[] Positive { get; }

    /// <summary>Each image's patient, 0 to <see cref="Patients"/> - 1, in the order of <see cref="Scores"/>.</summary>
    public int[] Patient { get; }

    /// <summary>Images.</summary>
    public int Count => Scores.Length;

    /// <summary>Patients.</summary>
    public int Patients { get; }

    /// <summary>Positive images, 1 or more.</summary>
    public int Positives { get; }

    /// <summary>Negative images, 1 or more.</summary>
    public int Negatives { get; }

    /// <summary>Whether each image is called positive, in the order of <see cref="Scores"/>.</summary>
    /// <param name="threshold">Threshold of those that have none of their own.</param>
    public bool[] Called(double threshold) => [.. Scores.Select((score, i) => score >= (_thresholds[i] ?? threshold))];

    /// <summary>
    /// What is called positive at each distinct score taken as threshold, by falling score, after a first step at which nothing is.
    /// </summary>
    public IReadOnlyList<Step> Steps()
    {
        var steps = new List<Step> { new(null, 0, 0) };
        var (tp, fp) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            _ = Positive[i] ? tp++ : fp++;
            if (i == Count - 1 || Scores[i + 1] != Scores[i])
            {
                steps.Add(new Step(Scores[i], tp, fp));
            }
        }

        return steps;
    }

    /// <summary>Counts when every score from <paramref name="Score"/> up is called positive; null: none is.</summary>
    internal sealed record Step(double? Score, int Tp, int Fp);
}
