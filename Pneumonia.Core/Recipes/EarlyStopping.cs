using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Core.Recipes;

/// <summary>When a training stops before its last epoch, and which epoch is its best.</summary>
public sealed record EarlyStopping
{
    /// <summary>What tells the best epoch.</summary>
    public EarlyStoppingMetric Metric { get; init; } = EarlyStoppingMetric.Loss;

    /// <summary>Least change that counts as better; 0 or more.</summary>
    public double MinDelta { get; init; }

    /// <summary>Epochs without a better one after which the training stops.</summary>
    public int Patience { get; init; } = 10;

    /// <summary>An epoch's score: larger is better, whatever the metric.</summary>
    public double Score(ValidationMetrics metrics) => Metric switch
    {
        EarlyStoppingMetric.Loss => -metrics.Loss,
        EarlyStoppingMetric.Auc => metrics.Auc,
        _ => metrics.Accuracy,
    };

    /// <summary>Whether <paramref name="score"/> is better than the best before it (null: there was none).</summary>
    public bool Improves(double score, double? best) => best is null || score > best + MinDelta;
}
