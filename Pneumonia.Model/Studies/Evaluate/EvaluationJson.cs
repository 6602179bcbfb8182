using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Reports;

namespace Pneumonia.Model.Studies.Evaluate;

/// <summary>An evaluation as JSON: what <c>evaluate --json</c> prints and <c>evaluation.json</c> holds.</summary>
public static class EvaluationJson
{
    /// <summary>The report as JSON text.</summary>
    public static string Serialize(EvaluationReport report) => JsonSerializer.Serialize(report, ModelJson.Options);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no JSON or lacks a member.</exception>
    public static EvaluationReport Deserialize(string json) =>
        JsonSerializer.Deserialize<EvaluationReport>(json, ModelJson.Options) ?? throw new JsonException("The evaluation is null.");
}
