using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Components.Charts;
using Pneumonia.Blazor.Components.Models;
using Pneumonia.Blazor.Components.Studies;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Model.Explanation;
using Pneumonia.Model.Imaging;
using Pneumonia.Model.Serving;
using Pneumonia.Tests.Evaluation;

namespace Pneumonia.Tests.Blazor;

/// <summary>The components with a model of NORMAL, BACTERIAL and VIRAL.</summary>
public sealed class SeveralClassesTests(App app) : IClassFixture<App>, IDisposable
{
    private readonly IServiceScope scope = app.Services.CreateScope();

    public void Dispose() => scope.Dispose();

    [Theory]
    [InlineData(0.09, 0.71, 0.20, "Pneumonia likely", "91% probability, above the threshold of 41%", "Bacterial 71%, viral 20%")]
    [InlineData(0.70, 0.10, 0.20, "Pneumonia unlikely", "30% probability, below the threshold of 41%", "Viral 20%, bacterial 10%")]
    public async Task The_verdict_is_of_any_cause_and_names_the_probability_of_each(
        double normal, double bacterial, double viral, string verdict, string reason, string causes)
    {
        var body = await Markup.RenderAsync<Verdict>(scope.ServiceProvider, (nameof(Verdict.Diagnosis), Diagnose(normal, bacterial, viral)));

        Assert.Equal(verdict, body.QuerySelector("h2").Text());
        Assert.Equal(reason, body.QuerySelector(".probability").Text());
        Assert.Equal(causes, body.QuerySelector(".classes").Text());
    }

    [Fact]
    public async Task The_chart_has_a_bar_for_every_class_and_one_for_what_the_threshold_is_held_against()
    {
        var body = await Markup.RenderAsync<ProbabilityChart>(
            scope.ServiceProvider, (nameof(ProbabilityChart.Prediction), Diagnose(0.09, 0.71, 0.20).Prediction));

        Assert.Equal("Probability by class; threshold 41.0% for pneumonia (bacterial, viral)", body.QuerySelector("caption").Text());
        Assert.Equal(["Normal 9.0%", "Bacterial 71.0%", "Viral 20.0%", "Pneumonia 91.0%"], Rows(body));
        Assert.Equal("--bars: 4", body.QuerySelector(".canvas")!.GetAttribute("style"));
    }

    [Fact]
    public async Task The_findings_say_which_class_the_saliency_layer_is_about()
    {
        var study = new Study("chest.png", synthetic: true) { State = StudyState.Done, Diagnosis = Diagnose(0.09, 0.71, 0.20) };

        var body = await Markup.RenderAsync<Findings>(scope.ServiceProvider, (nameof(Findings.Study), study));

        Assert.Contains("where the evidence for bacterial lies", body.QuerySelector(".reading").Text());
    }

    [Fact]
    public async Task The_model_page_has_the_figures_of_every_class_with_intervals()
    {
        var report = MulticlassReference.Named("three").Evaluate().Multiclass!;

        var body = await Markup.RenderAsync<ClassFigures>(scope.ServiceProvider, (nameof(ClassFigures.Report), report));

        var viral = report.Classes[2];
        Assert.StartsWith(
            $"Viral 43 {viral.Sensitivity.Value:0.000} {viral.Sensitivity.Low:0.000} to {viral.Sensitivity.High:0.000} ",
            Rows(body).Last(),
            StringComparison.Ordinal);
        Assert.Contains($"Cohen’s kappa {report.Kappa.Value:0.000} (", body.QuerySelector("p").Text());
    }

    [Fact]
    public async Task The_confusion_matrix_has_a_row_and_a_column_for_every_class()
    {
        var body = await Markup.RenderAsync<ConfusionGrid>(
            scope.ServiceProvider,
            (nameof(ConfusionGrid.Title), "Confusion matrix of all classes"),
            (nameof(ConfusionGrid.Names), new[] { "normal", "bacterial", "viral" }),
            (nameof(ConfusionGrid.Counts), new int[][] { [8, 1, 1], [0, 5, 5], [0, 0, 0] }));

        Assert.Equal(["", "Called normal", "Called bacterial", "Called viral"], body.QuerySelectorAll("thead tr > *").Select(Markup.Text));
        Assert.Equal(
            ["Truly normal 880.0% 110.0% 110.0%", "Truly bacterial 00.0% 550.0% 550.0%", "Truly viral 00.0% 00.0% 00.0%"], Rows(body));
    }

    [Fact]
    public async Task The_positive_side_of_the_two_by_two_table_is_all_positive_classes()
    {
        var body = await Markup.RenderAsync<ConfusionTable>(
            scope.ServiceProvider,
            (nameof(ConfusionTable.Report), FakeInformation.Create().Evaluation), (nameof(ConfusionTable.Manifest), Manifest));

        Assert.Equal(["", "Called pneumonia", "Called normal"], body.QuerySelectorAll("thead tr > *").Select(Markup.Text));
    }

    [Fact]
    public async Task The_heading_names_every_class()
    {
        var body = await Markup.RenderAsync<ModelHeading>(
            scope.ServiceProvider, (nameof(ModelHeading.Manifest), Manifest), (nameof(ModelHeading.Version), "1"));

        Assert.Contains("to tell normal, bacterial and viral apart.", body.Text());
    }

    private static ModelManifest Manifest =>
        FakeInformation.Create().Manifest with { Classes = ["NORMAL", "BACTERIAL", "VIRAL"], PositiveClasses = ["BACTERIAL", "VIRAL"] };

    private static IEnumerable<string> Rows(IElement body) =>
        body.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(Markup.Text)));

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
