using System.Xml.Linq;
using Pneumonia.Model.Pages;
using Pneumonia.Core.Reports;
using Pneumonia.Model.Plotting;

namespace Pneumonia.Model.Studies.Report.Sections;

/// <summary>The decision curve.</summary>
internal static class DecisionSection
{
    public static XElement? Of(ReportContent content)
    {
        var curve = content.Evaluation.DecisionCurve;
        return curve.Count == 0 ? null : Html.Section("Worth of a decision", Html.Figures(Figure(curve, content.Share)), Html.Note(
            "Net benefit is the share of true positives less that of false positives weighted by the odds of the threshold: what a decision maker gains who "
            + "treats from that probability on (Vickers and Elkin 2006). A model is of use where its curve lies above both others. At the prevalence of "
            + "these images."));
    }

    private static XElement Figure(IReadOnlyList<DecisionCurvePoint> curve, double share) => Html.Figure(
        "Decision curve",
        new Plot(Axis.Unit("threshold probability"), Axis.Around("net benefit", -0.1, share))
            .Line("chance", [(0, 0), (1, 0)])
            .Line("second", curve.Select(point => (point.Threshold, point.TreatAll)))
            .Line("first", curve.Select(point => (point.Threshold, point.Model)))
            .Render("Decision curve of the model, of treating everybody and of treating nobody; the numbers are below."),
        [("first", "by the model"), ("second", "treat everybody"), ("chance", "treat nobody")],
        Html.Table("Net benefit", ["threshold", "model", "everybody", "nobody"], curve.Where((_, i) => i % 10 == 9 || i == 4).Select(point => new object[]
        {
            $"{point.Threshold:0.00}", $"{point.Model:0.0000}", $"{point.TreatAll:0.0000}", "0",
        })));
}
