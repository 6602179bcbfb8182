using System.Text.Json.Serialization;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Data;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Core.Package;

/// <summary><c>adults.json</c>: how a model that learned from children and adults tells them apart, and how it judges adults. What
/// <c>calibration.json</c> and <c>evaluation.json</c> say is of children then.</summary>
public sealed record AdultJudgement
{
    /// <summary>Tells children from adults by the network's features of every depth.</summary>
    public required LinearHead Probe { get; init; }

    /// <summary>Share of the held-out images of each that the probe tells rightly.</summary>
    public required PopulationFigures ProbeFigures { get; init; }

    /// <summary>Images and patients that were learned from.</summary>
    public required PatientGroupSize Learned { get; init; }

    /// <summary>Whose images these are, and of whom; null where nobody said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DataDescription? Data { get; init; }

    /// <summary>Calibration, operating points and limits for adults.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>Figures on the held-out adults.</summary>
    public required EvaluationReport Evaluation { get; init; }

    /// <summary>Features that the network must give, all depths together.</summary>
    [JsonIgnore]
    internal int FeatureCount => Probe.Weights.Columns;

    /// <summary>Whether its parts fit together.</summary>
    [JsonIgnore]
    internal bool IsSound => Probe.IsSound && Probe.Classes.SequenceEqual(Enum.GetNames<Population>());

    /// <summary>Whose X-ray an image is.</summary>
    /// <param name="depths">The network's features, the shallowest first.</param>
    /// <param name="age">The patient's years, which stand above what the image shows; null: unknown.</param>
    public PopulationFinding Find(float[][] depths, int? age)
    {
        if (age is { } years)
        {
            return new PopulationFinding(PatientFacts.Of(years), null);
        }

        var probabilities = Probe.Probabilities([.. depths.SelectMany(depth => depth)]);
        var likeliest = Array.IndexOf(probabilities, probabilities.Max());
        return new PopulationFinding((Population)likeliest, probabilities[likeliest]);
    }
}
