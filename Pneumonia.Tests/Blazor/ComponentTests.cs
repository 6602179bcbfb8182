using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Components.Charts;
using Pneumonia.Blazor.Components.Models;
using Pneumonia.Blazor.Components.Viewing;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Tests.Blazor;

public sealed class ComponentTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private static readonly ModelInformation s_information = FakeInformation.Create();

    [Theory]
    [InlineData(0.93, "Pneumonia likely", "93% probability, above the threshold of 41%")]
    [InlineData(0.41, "Pneumonia likely", "41% probability, above the threshold of 41%")]
    [InlineData(0.30, "Pneumonia unlikely", "30% probability, below the threshold of 41%")]
    [InlineData(0.9999, "Pneumonia likely", ">99% probability, above the threshold of 41%")]
    [InlineData(0.0001, "Pneumonia unlikely", "<1% probability, below the threshold of 41%")]
    public void The_verdict_holds_the_probability_against_the_threshold(double probability, string verdict, string reason)
    {
        var body = Render<Verdict>(with => with.Add(it => it.Diagnosis, Diagnose(probability)));

        Assert.Equal(verdict, body.Find("h2").Text());
        Assert.Equal(reason, body.Find(".probability").Text());
        Assert.Contains("“balanced”: sensitivity 95.5%, specificity 91.2%", body.Find(".point").Text());
    }

    [Fact]
    public void The_probability_chart_has_a_table_in_its_place_for_who_cannot_see_it()
    {
        var body = Render<ProbabilityChart>(with => with.Add(it => it.Prediction, FakeEngine.Answer(0.934, s_information)));

        Assert.Equal("true", body.Find(".canvas").GetAttribute("aria-hidden"));
        Assert.Equal("Probability by class; threshold 41.0% for pneumonia", body.Find("caption").Text());
        Assert.Equal(["Normal 6.6%", "Pneumonia 93.4%"], Rows(body).Select(row => string.Join(' ', row.Children.Select(ElementText.Text))));
    }

    [Fact]
    public void A_refused_image_shows_its_reason_as_one_sentence()
    {
        var study = new Study("scan.png", synthetic: false) { State = StudyState.Refused, Refusal = "scan.png: it is empty" };

        var body = Render<Viewer>(with => with.Add(it => it.Study, study));

        Assert.Equal("Not analysed scan.png: it is empty.", body.Find(".refusal").Text());
        Assert.Empty(body.FindAll("img"));
    }

    [Fact]
    public void Every_image_has_a_text_in_its_place_and_an_address_without_a_name()
    {
        var study = new Study("Jane Doe.png", synthetic: true)
        {
            State = StudyState.Done, Diagnosis = Diagnose(0.9), ViewId = "11", OverlayId = "22", ThumbnailId = "33",
        };

        var body = Render<Viewer>(with => with
            .Add(it => it.Study, study)
            .Add(it => it.OverlayShown, true)
            .Add(it => it.Opacity, 35));

        Assert.All(body.FindAll("img"), image => Assert.NotEmpty(image.GetAttribute("alt")!));
        Assert.Equal(["images/11", "images/22"], body.FindAll("img").Select(image => image.GetAttribute("src")));
        Assert.Contains("0.35", body.Find(".overlay").GetAttribute("style"));
        Assert.Contains("Synthetic sample", body.Text());
    }

    [Fact]
    public void The_confusion_matrix_shows_counts_and_shares_of_each_true_class()
    {
        var body = Render<ConfusionTable>(with => with
            .Add(it => it.Report, s_information.Evaluation)
            .Add(it => it.Manifest, s_information.Manifest));

        Assert.Equal(["", "Called pneumonia", "Called normal"], body.FindAll("thead tr > *").Select(ElementText.Text));
        Assert.Equal(
            ["Truly pneumonia | 739 | 95.5% | 35 | 4.5%", "Truly normal | 24 | 8.9% | 245 | 91.1%"],
            Rows(body).Select(row => string.Join(" | ", row.QuerySelectorAll("th, strong, span").Select(ElementText.Text))));
    }

    [Fact]
    public void The_figures_come_with_their_intervals()
    {
        var body = Render<EvaluationHeadline>(with => with.Add(it => it.Report, s_information.Evaluation));

        Assert.Contains("1,043 images of 551 patients", body.Find("p").Text());
        Assert.Contains("Sensitivity", body.FindAll("dt").Select(ElementText.Text));
        Assert.Contains("93.8% to 96.8%", body.FindAll("dd small").Select(ElementText.Text));
    }

    [Fact]
    public void Training_options_are_put_into_words_and_the_history_of_epochs_is_left_out()
    {
        var body = Render<Provenance>(with => with.Add(it => it.Information, s_information));

        Assert.Contains(body.FindAll("dd").Select(ElementText.Text), text => text.StartsWith("rotation 15, translation 0.06, ", StringComparison.Ordinal));
        Assert.Equal(
            ["arch", "epoch", "batchSize", "learningRate"], body.FindAll("section.wide dt").Take(4).Select(ElementText.Text));
        Assert.DoesNotContain("optimisation", body.Text());
        Assert.DoesNotContain("history", body.Text());
    }

    [Fact]
    public async Task Without_a_model_the_page_says_so_and_still_works()
    {
        await using var missing = new App { HasModel = false };

        await missing.Services.GetRequiredService<ModelSlot>().LoadAsync();
        var html = await missing.CreateClient().GetStringAsync("/diagnose");

        Assert.Contains("Drop X-rays here", html);
        Assert.Contains("pneumonia.zip", html);
    }

    private static IEnumerable<IElement> Rows(IRenderedComponent<IComponent> body) => body.FindAll("tbody tr");

    private static Diagnosis Diagnose(double probability) => new()
    {
        Prediction = FakeEngine.Answer(probability, s_information),
        OperatingPoint = s_information.Calibration.DefaultPoint,
        Image = new ImageFacts(512, 512, 8, RadiographFormat.Png),
        View = new StoredImage([], "image/jpeg"),
        Thumbnail = new StoredImage([], "image/jpeg"),
        Overlay = new StoredImage([], "image/png"),
        Elapsed = TimeSpan.FromMilliseconds(42),
    };
}
