using Pneumonia.Core;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>Evaluates a model's verdicts: positive against negative and, with three classes or more, class by class.</summary>
public static class ModelEvaluation
{
    /// <summary>Computes every figure and curve.</summary>
    /// <param name="images">Images of all classes, in any order.</param>
    /// <param name="decision">How the model decides: classes, positive ones, threshold.</param>
    /// <param name="data">What is evaluated on, in words.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="UserException">There is no image of a class, or a score is no probability.</exception>
    public static EvaluationReport Evaluate(IReadOnlyList<ClassifiedImage> images, Decision decision, string data, int seed)
    {
        var options = new EvaluationOptions
        {
            Data = data, PositiveClass = decision.Positive.Name, Threshold = decision.Threshold, Seed = seed,
        };
        var report = BinaryEvaluation.Evaluate(Scored(images, decision), options);
        int[] called = [.. images.Select(image => (decision with { Threshold = image.Threshold ?? decision.Threshold }).Decide(image.Probabilities))];
        return decision.Classes.Count == 2
            ? report
            : report with { Multiclass = MulticlassEvaluation.Evaluate(images, called, decision.Classes, options) };
    }

    /// <summary>The images as positive ones and negative ones, each with the probability of the positive classes together.</summary>
    public static ScoredImage[] Scored(IReadOnlyList<ClassifiedImage> images, Decision decision) =>
        [.. images.Select(image => new ScoredImage(
            image.Patient, decision.IsPositive(image.Class), decision.Score(image.Probabilities), image.Threshold))];
}
