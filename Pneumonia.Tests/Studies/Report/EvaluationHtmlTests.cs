using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Studies.Evaluate;
using Pneumonia.Model.Studies.Report;
using Pneumonia.Model.Studies.Report.Sections;
using Pneumonia.Model.Studies.Shifts;
using Pneumonia.Model.Studies.Shortcuts;
using Pneumonia.Model.Studies.Subgroups;
using Pneumonia.Tests.Package;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Studies.Report;

public sealed class EvaluationHtmlTests
{
    private static readonly DateTimeOffset s_created = new(2024, 5, 6, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_section_has_its_figures_with_a_description_and_its_tables()
    {
        var page = Parse(Full());

        Assert.Equal(
            ["At a glance", "Telling the classes apart", "Verdicts", "Calibration", "Worth of a decision", "Subgroups", "Simulated shifts",
                "Shortcut audit", "Model and data", "Methods"],
            page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(
            ["ROC curve", "Precision-recall curve", "Confusion matrix, PNEUMONIA from 0.500 up", "Reliability curve", "Scores by class", "Decision curve",
                "AUC by subgroup", "Sensitivity by subgroup", "Specificity by subgroup", "AUC under each shift"],
            page.QuerySelectorAll("figcaption").Select(caption => caption.TextContent));
        Assert.All(page.QuerySelectorAll("figure > svg"), drawing => Assert.True(drawing.GetAttribute("aria-label")!.Length > 20));
        Assert.Contains("Not a medical device.", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(new string('0', 64), page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("look closer", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_loads_nothing_runs_nothing_and_names_no_patient()
    {
        var text = EvaluationHtml.Write(Full());
        var page = new HtmlParser().ParseDocument(text);

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, [src], [href], [onclick]"));
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("person", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/home/", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_text_and_never_markup()
    {
        var content = Full();
        var page = Parse(content with { Evaluation = content.Evaluation with { Data = "<script>alert(1)</script> & co" } });

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains("<script>alert(1)</script> & co", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_older_evaluation_of_a_perfect_model_has_a_page_too()
    {
        ScoredImage[] images = [new("a", true, 1), new("b", true, 1), new("c", false, 0)];
        var report = Evaluate(images, 0.5) with { AucDeLong = null, CalibrationLine = null, DecisionCurve = [], Subgroups = [], SubgroupGaps = [] };

        var page = Parse(new ReportContent(Sample(), report, images, s_created));

        Assert.DoesNotContain("Decision curve", page.QuerySelectorAll("figcaption").Select(caption => caption.TextContent));
        Assert.Contains("No calibration line can be fitted", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IDocument Parse(ReportContent content) => new HtmlParser().ParseDocument(EvaluationHtml.Write(content));

    private static EvaluationReport Evaluate(ScoredImage[] images, double threshold) => BinaryEvaluation.Evaluate(
        images, new EvaluationOptions { Data = "chest_xray, test", PositiveClass = "PNEUMONIA", Threshold = threshold, Resamples = 50 });

    private static ModelInformation Sample()
    {
        var sample = SampleModel.Information();
        return sample with { Calibration = sample.Calibration with { WeightsSha256 = new string('1', 64) } };
    }

    private static ReportContent Full()
    {
        var images = StatisticsReference.Named("deLong", "several images each").Images()
            .Select(image => image with { Patient = $"person{image.Patient}" }).ToArray();
        var model = Sample();
        SubgroupKind[] kinds = [new("acquisition", [.. images.Select((_, i) => i % 3 == 0 ? "IM" : "NORMAL2-IM")])];
        var decision = new Decision(model.Manifest.Classes, model.Manifest.Positive, 0.5);
        var report = Evaluate(images, 0.5) with
        {
            Subgroups = SubgroupEvaluation.Evaluate(kinds, images, images, decision, 0), SubgroupGaps = SubgroupGapTest.Run(kinds, images, 0.5, 0),
        };
        var options = model.Manifest.Training.Options;
        model = model with
        {
            Manifest = model.Manifest with
            {
                Training = new TrainingRecord
                {
                    Options = options with
                    {
                        WorkspacePath = "/home/somebody/work", Network = options.Network with { Weights = "/home/somebody/weights.safetensors" },
                    },
                },
            },
        };
        return new ReportContent(
            model, report, images, s_created,
            ShiftReport.Of([ShiftFigures.Of("plain", report), ShiftFigures.Of("noisy", report)]),
            new ShortcutReport([new ShortcutFinding("lungs covered", 10, new Estimate(0.8, 0.7, 0.9), "close to 0.5", AsExpected: false)]));
    }
}
