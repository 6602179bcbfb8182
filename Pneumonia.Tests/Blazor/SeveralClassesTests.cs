using Bunit;
using Microsoft.AspNetCore.Components;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Components.Charts;
using Pneumonia.Blazor.Components.Models;
using Pneumonia.Blazor.Components.Studies;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Reports;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Serving;
using Pneumonia.Tests.Statistics;

namespace Pneumonia.Tests.Blazor;

/// <summary>The components with a model of NORMAL, BACTERIAL and VIRAL.</summary>
public sealed class SeveralClassesTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Theory]
    [InlineData(0.09, 0.71, 0.20, "Pneumonia likely", "91% probability, above the threshold of 41%", "Bacterial 71%, viral 20%")]
    [InlineData(0.70, 0.10, 0.20, "Pneumonia unlikely", "30% probability, below the threshold of 41%", "Viral 20%, bacterial 10%")]
    public void The_verdict_is_of_any_cause_and_names_the_probability_of_each(
        double normal, double bacterial, double viral, string verdict, string reason, string causes)
    {
        var body = Render<Verdict>(with => with.Add(it => it.Diagnosis, Diagnose(normal, bacterial, viral)));

        Assert.Equal(verdict, body.Find("h2").Text());
        Assert.Equal(reason, body.Find(".probability").Text());
        Assert.Equal(causes, body.Find(".classes").Text());
    }

    [Fact]
    public void The_chart_has_a_bar_for_every_class_and_one_for_what_the_threshold_is_held_against()
    {
        var body = Render<ProbabilityChart>(with => with.Add(it => it.Prediction, Diagnose(0.09, 0.71, 0.20).Prediction));

        Assert.Equal("Probability by class; threshold 41.0% for pneumonia (bacterial, viral)", body.Find("caption").Text());
        Assert.Equal(["Normal 9.0%", "Bacterial 71.0%", "Viral 20.0%", "Pneumonia 91.0%"], Rows(body));
        Assert.Contains("height: 9.5rem", body.Find(".canvas").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_findings_say_which_class_the_saliency_layer_is_about()
    {
        var study = new Study("chest.png", synthetic: true) { State = StudyState.Done, Diagnosis = Diagnose(0.09, 0.71, 0.20) };

        var body = Render<Findings>(with => with.Add(it => it.Study, study));

        Assert.Contains("where the evidence for bacterial lies", body.Find(".findings").Text());
    }

    [Fact]
    public void The_model_page_has_the_figures_of_every_class_with_intervals()
    {
        var report = MulticlassReference.Named("three").Evaluate().Multiclass!;

        var body = Render<ClassFigures>(with => with.Add(it => it.Report, report));

        var viral = report.Classes[2];
        Assert.StartsWith(
            $"Viral 43 {viral.Sensitivity.Value:0.000} {viral.Sensitivity.Low:0.000} to {viral.Sensitivity.High:0.000} ",
            Rows(body).Last(),
            StringComparison.Ordinal);
        Assert.Contains($"Cohen’s kappa {report.Kappa.Value:0.000} (", body.Find("p").Text());
    }

    [Fact]
    public void The_confusion_matrix_has_a_row_and_a_column_for_every_class()
    {
        var body = Render<ConfusionGrid>(with => with
            .Add(it => it.Title, "Confusion matrix of all classes")
            .Add(it => it.Names, new[] { "normal", "bacterial", "viral" })
            .Add(it => it.Counts, new int[][] { [8, 1, 1], [0, 5, 5], [0, 0, 0] }));

        Assert.Equal(["", "Called normal", "Called bacterial", "Called viral"], body.FindAll("thead tr > *").Select(ElementText.Text));
        Assert.Equal(
            ["Truly normal 880.0% 110.0% 110.0%", "Truly bacterial 00.0% 550.0% 550.0%", "Truly viral 00.0% 00.0% 00.0%"], Rows(body));
    }

    [Fact]
    public void The_positive_side_of_the_two_by_two_table_is_all_positive_classes()
    {
        var body = Render<ConfusionTable>(with => with
            .Add(it => it.Report, FakeInformation.Create().Evaluation)
            .Add(it => it.Manifest, Manifest));

        Assert.Equal(["", "Called pneumonia", "Called normal"], body.FindAll("thead tr > *").Select(ElementText.Text));
    }

    [Fact]
    public void The_heading_names_every_class()
    {
        var body = Render<ModelHeading>(with => with.Add(it => it.Manifest, Manifest).Add(it => it.Version, "1"));

        Assert.Contains("to tell normal, bacterial and viral apart.", body.Text());
    }

    private static ModelManifest Manifest =>
        FakeInformation.Create().Manifest with { Classes = ["NORMAL", "BACTERIAL", "VIRAL"], PositiveClasses = ["BACTERIAL", "VIRAL"] };

    private static IEnumerable<string> Rows(IRenderedComponent<IComponent> body) =>
        body.FindAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(ElementText.Text)));

    private static Diagnosis Diagnose(double normal, double bacterial, double viral) => new()
    {
        Prediction = new Prediction
        {
            Label = bacterial + viral < 0.41 ? "NORMAL" : bacterial > viral ? "BACTERIAL" : "VIRAL",
            Probabilities = [new("NORMAL", normal), new("BACTERIAL", bacterial), new("VIRAL", viral)],
            PositiveClass = "PNEUMONIA",
            PositiveClasses = ["BACTERIAL", "VIRAL"],
            Threshold = 0.41,
            Model = "causes 01234567",
            Saliency = new SaliencyMap("BACTERIAL", "cam", 1, 1, new float[1]),
        },
        OperatingPoint = null,
        Image = new ImageFacts(512, 512, 8, RadiographFormat.Png),
        View = new StoredImage([], "image/jpeg"),
        Thumbnail = new StoredImage([], "image/jpeg"),
        Overlay = new StoredImage([], "image/png"),
        Elapsed = TimeSpan.FromMilliseconds(42),
    };
}
