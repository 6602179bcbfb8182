using System.Text.Json.Serialization;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Core.Reports;

/// <summary>A fitted coefficient.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record Coefficient(double Value, double StandardError)
{
    /// <summary>The estimate with its 95% interval.</summary>
    [JsonIgnore]
    public Estimate Interval => NormalDistribution.Interval(Value, StandardError);
}
