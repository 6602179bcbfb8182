using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Judging;

/// <summary>A case that reference/generate.py computed with numpy and scipy.</summary>
internal sealed record RiskReference(
    string Name, IReadOnlyList<ScoredImage> Images, double RuleOutRisk, double RuleInRisk, double Threshold, double? RuleOut, double? RuleIn,
    int PositivePatients, int NegativePatients, IReadOnlyList<RiskReference.Range> Meanings)
{
    public static IReadOnlyList<RiskReference> All { get; } = JsonSerializer.Deserialize<RiskReference[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Judging", "reference", "risk.json")), ModelJson.Options)!;

    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    public static RiskReference Named(string name) => All.Single(one => one.Name == name);

    internal sealed record Range(double From, double To, int Images, int Patients, int Positives, double[]? Per100);
}
