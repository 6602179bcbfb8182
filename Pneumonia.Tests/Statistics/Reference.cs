using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Tests.Statistics;

/// <summary>What reference/generate.py computed with scikit-learn and scipy.</summary>
internal sealed record Reference(IReadOnlyList<Reference.Case> Cases)
{
    public static Reference Load() => JsonSerializer.Deserialize<Reference>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Statistics", "reference", "reference.json")), ModelJson.Options)!;

    public static Case Named(string name) => Load().Cases.Single(one => one.Name == name);

    internal sealed record Case(
        string Name,
        double Threshold,
        int Bins,
        IReadOnlyList<ScoredImage> Images,
        IReadOnlyDictionary<string, double> Figures,
        ConfusionMatrix Confusion,
        Estimate Accuracy,
        Estimate Sensitivity,
        Estimate Specificity,
        Estimate Precision,
        IReadOnlyList<double?[]> Roc,
        IReadOnlyList<double?[]> RocCorners,
        IReadOnlyList<double?[]> PrecisionRecall,
        IReadOnlyList<double[]> Reliability,
        IReadOnlyDictionary<string, double[]>? Bootstrap = null)
    {
        public EvaluationReport Evaluate() => BinaryEvaluation.Evaluate(
            Images, new EvaluationOptions { Data = Name, PositiveClass = "PNEUMONIA", Threshold = Threshold, Bins = Bins, Seed = 7 });
    }
}
