using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Evaluate;

public sealed class EvaluationJsonTests
{
    [Fact]
    public void Json_has_the_documented_shape()
    {
        var json = JsonNode.Parse(EvaluationJson.Serialize(Reference.Named("untied").Evaluate()))!;

        Assert.Equal(180, (int)json["count"]!);
        Assert.Equal(["value", "low", "high"], json["accuracy"]!.AsObject().Select(member => member.Key));
        Assert.Equal(["tp", "fp", "tn", "fn"], json["confusion"]!.AsObject().Select(member => member.Key));
        Assert.Equal(["x", "y", "threshold"], json["roc"]![0]!.AsObject().Select(member => member.Key));
        Assert.Equal(10, json["reliability"]!.AsArray().Count);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var json = EvaluationJson.Serialize(Reference.Named("tied").Evaluate());

        Assert.Equal(json, EvaluationJson.Serialize(EvaluationJson.Deserialize(json)));
    }

    [Fact]
    public void An_evaluation_of_before_has_no_decision_curve_and_no_line_and_is_read_all_the_same()
    {
        var json = JsonNode.Parse(EvaluationJson.Serialize(Reference.Named("untied").Evaluate()))!.AsObject();
        Assert.Equal(["threshold", "model", "treatAll"], json["decisionCurve"]![0]!.AsObject().Select(member => member.Key));
        Assert.Equal(["value", "standardError"], json["calibrationLine"]!["slope"]!.AsObject().Select(member => member.Key));
        Array.ForEach(["aucDeLong", "calibrationLine", "decisionCurve", "subgroupGaps"], member => Assert.True(json.Remove(member)));

        var report = EvaluationJson.Deserialize(json.ToJsonString());

        Assert.Equal((null, null), (report.AucDeLong, report.CalibrationLine));
        Assert.Empty(report.DecisionCurve);
        Assert.Empty(report.SubgroupGaps);
    }

    [Fact]
    public void Nan_is_never_written() => Assert.Throws<ArgumentException>(() =>
        EvaluationJson.Serialize(Reference.Named("tied").Evaluate() with { Auc = new Estimate(double.NaN, 0, 1) }));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1")]
    public void A_text_without_the_figures_is_refused(string json) =>
        Assert.Throws<JsonException>(() => EvaluationJson.Deserialize(json));
}
