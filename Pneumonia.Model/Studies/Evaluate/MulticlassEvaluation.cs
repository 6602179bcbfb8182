using Pneumonia.Core;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>Evaluates verdicts among three classes or more.</summary>
internal static class MulticlassEvaluation
{
    /// <summary>
    /// Computes every figure. Accuracy, sensitivity and precision have Wilson's intervals, which take images as independent; all
    /// others have the percentile bootstrap's over patients.
    /// </summary>
    /// <param name="images">Images of all classes, in any order.</param>
    /// <param name="called">Index of the class that each was called by.</param>
    /// <param name="classes">Class names in the order of the probabilities.</param>
    /// <param name="options">Seed and names.</param>
    /// <exception cref="UserException">There is no image of a class.</exception>
    public static MulticlassReport Evaluate(
        IReadOnlyList<ClassifiedImage> images, int[] called, IReadOnlyList<string> classes, EvaluationOptions options)
    {
        if (classes.Where((_, c) => images.All(image => image.Class != c)).FirstOrDefault() is { } missing)
        {
            throw new UserException($"{options.Data}: there is no image of class {missing}; images of all classes are needed.");
        }

        var figures = new WeightedMulticlassFigures(images, called, classes.Count);
        int[] ones = [.. Enumerable.Repeat(1, images.Count)];
        var value = figures.Compute(ones)!;
        var confusion = figures.Confusion(ones);
        var keys = images.Select(image => image.Patient).Distinct().Select((name, key) => (name, key)).ToDictionary();
        var replicates = Bootstrap.Resample(
            [.. images.Select(image => keys[image.Patient])], keys.Count, weights => figures.Compute(weights), options.Resamples,
            new Random(options.Seed));
        Estimate Bootstrapped(Func<MulticlassFigures, double> figure) => Bootstrap.Interval(figure(value), replicates.Select(figure));

        return new MulticlassReport
        {
            Accuracy = Wilson.Interval(confusion.Select((row, c) => row[c]).Sum(), images.Count),
            BalancedAccuracy = Bootstrapped(figure => figure.BalancedAccuracy),
            MacroAuc = Bootstrapped(figure => figure.Auc.Average()),
            MacroF1 = Bootstrapped(figure => figure.F1.Average()),
            Kappa = Bootstrapped(figure => figure.Kappa),
            Classes = [.. classes.Select((name, c) => new ClassReport(
                name,
                confusion[c].Sum(),
                Wilson.Interval(confusion[c][c], confusion[c].Sum()),
                Wilson.Interval(confusion[c][c], confusion.Sum(row => row[c])),
                Bootstrapped(figure => figure.F1[c]),
                Bootstrapped(figure => figure.Auc[c])))],
            Confusion = confusion,
        };
    }
}
