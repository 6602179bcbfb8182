using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Tests.Statistics;

/// <summary>What reference/generate_multiclass.py computed with scikit-learn and scipy; class 0 is the negative one.</summary>
internal sealed record MulticlassReference(
    string Name,
    double Threshold,
    IReadOnlyList<ClassifiedImage> Images,
    IReadOnlyDictionary<string, double> Figures,
    int[][] Confusion,
    Estimate Accuracy,
    IReadOnlyList<Estimate> Sensitivity,
    IReadOnlyList<Estimate> Precision,
    IReadOnlyDictionary<string, double[]>? Bootstrap = null)
{
    public static MulticlassReference Named(string name) => JsonSerializer.Deserialize<MulticlassReference[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Statistics", "reference", "multiclass.json")), ModelJson.Options)!
        .Single(one => one.Name == name);

    public Decision Decision
    {
        get
        {
            string[] classes = ["NORMAL", "BACTERIAL", "VIRAL", "FUNGAL"];
            classes = classes[..Confusion.Length];
            return new Decision(classes, PositiveGroup.Of(classes), Threshold);
        }
    }

    public EvaluationReport Evaluate() => ModelEvaluation.Evaluate(Images, Decision, Name, seed: 7);
}
