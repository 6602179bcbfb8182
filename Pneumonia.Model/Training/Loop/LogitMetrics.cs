using Pneumonia.Core.Judging;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Metrics of logits, for any number of classes.</summary>
internal static class LogitMetrics
{
    public static ValidationMetrics Of(float[][] logits, IReadOnlyList<int> labels)
    {
        var classes = logits[0].Length;
        var probabilities = Array.ConvertAll(logits, row => LogitScaling.Identity.Probabilities(row));
        var weights = ClassWeights.Of(ClassWeighting.Balanced, labels, classes);
        var right = probabilities.Where((row, i) => Array.IndexOf(row, row.Max()) == labels[i]).Count();
        var loss = probabilities.Select((row, i) => -weights[labels[i]] * Math.Log(Math.Max(row[labels[i]], 1e-15))).Average();
        var oneAgainstRest = Enumerable.Range(classes == 2 ? 1 : 0, classes == 2 ? 1 : classes)
            .Select(c => RankAuc.Of([.. probabilities.Select(row => row[c])], [.. labels.Select(label => label == c)]));
        return new ValidationMetrics(loss, oneAgainstRest.Average(), (double)right / labels.Count);
    }
}
