using Bunit;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Components.Models;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Serving;

namespace Pneumonia.Tests.Blazor;

public sealed class TriageTests(App app) : RenderingContext(app), IClassFixture<App>
{
    private static readonly ModelInformation s_information = FakeInformation.Create(FakeInformation.Triaging);

    [Theory]
    [InlineData(0.04, "Pneumonia ruled out", "Below the limit of 10.0% for ruling out.")]
    [InlineData(0.5, "Cannot say", "Between the limit of 10.0% for ruling out and that of 60.0% for ruling in: a person has to say.")]
    [InlineData(0.9, "Pneumonia ruled in", "Above the limit of 60.0% for ruling in.")]
    public void The_headline_is_the_triage_and_the_reason_stands_below(double probability, string headline, string reason)
    {
        var body = VerdictOf(Diagnose(probability));

        Assert.Equal(headline, body.Find("h2").Text());
        Assert.Equal(reason, body.Find(".triage p").Text());
        Assert.Equal(headline == "Cannot say", body.FindAll(".verdict.unsure").Count == 1);
    }

    [Fact]
    public void The_promise_is_told_with_its_number_of_patients_and_its_bounds()
    {
        var body = VerdictOf(Diagnose(0.04));

        Assert.Equal(
            "Among pneumonia patients like those held out, at most 1% are ruled out, on average over draws of the calibration patients (n = 298). "
            + "For other patients, machines or projections this promises nothing.",
            body.Find(".small").Text());
    }

    [Theory]
    [InlineData(0.04, "Of 100 held-out images with a score like this (0–10%), about 0.9 were pneumonia (95% interval 0 to 4; n = 224 images of 117 patients).")]
    [InlineData(0.5, "Too few held-out images had a score like this (10–60%) to say how many were pneumonia: 31 images of 14 patients; 20 patients are needed.")]
    public void What_such_a_score_has_meant_is_told_or_withheld(double probability, string sentence) =>
        Assert.Equal(sentence, VerdictOf(Diagnose(probability)).Find(".meaning").Text());

    [Theory]
    [InlineData(null, 0.8, "Not above the limit of 80.0% for ruling in. This model never rules out: that takes 99 calibration patients with pneumonia, and there were 298.")]
    [InlineData(null, null, "This model was calibrated on too few patients to rule anything in or out.")]
    public void A_limit_that_is_missing_is_owned_up_to(double? ruleOut, double? ruleIn, string reason)
    {
        var diagnosis = Diagnose(0.5);
        var limits = diagnosis.Limits!;

        var body = VerdictOf(diagnosis with
        {
            Limits = new(limits.RuleOut with { Limit = ruleOut }, limits.RuleIn with { Limit = ruleIn }),
        });

        Assert.StartsWith(reason, body.Find(".triage p").Text());
    }

    [Theory]
    [InlineData(true, FakeInformation.Triaging)]
    [InlineData(false, "older")]
    public void A_refused_image_and_an_older_model_have_no_triage(bool refused, string model)
    {
        var prediction = FakeEngine.Answer(0.9, FakeInformation.Create(model)) with { Refused = refused };

        var body = Render<TriageNote>(with => with.Add(it => it.Diagnosis, Diagnose(0.9) with { Prediction = prediction }));

        Assert.Equal("", body.Text());
    }

    [Theory]
    [InlineData(Population.Adults, 0.97, "Above the limit", "Judged as an adult’s X-ray: the image makes that 97% sure.")]
    [InlineData(Population.Children, null, "Above the limit", "Judged as a child’s X-ray, by the age.")]
    [InlineData(Population.Adults, 0.6, "The image does not tell whether it is a child’s or an adult’s", "the image makes that 60% sure.")]
    public void Whose_xray_it_was_taken_for_is_told(Population population, double? probability, string reason, string judged)
    {
        var prediction = FakeEngine.Answer(0.97, s_information) with { Population = new PopulationFinding(population, probability) };

        var body = Render<TriageNote>(with => with.Add(it => it.Diagnosis, Diagnose(0.97) with { Prediction = prediction }));

        Assert.Contains(reason, body.Text(), StringComparison.Ordinal);
        Assert.Contains(judged, body.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_page_tells_limits_shares_error_rates_and_meanings()
    {
        var body = SectionOf(s_information);

        Assert.Contains("Below 10.0% it rules out: among pneumonia patients like those held out, at most 1% are ruled out", body.Text());
        Assert.Equal(
            ["Ruled out 22.4% 20.0% to 25.0% 4 230 1.7% 0.7% to 4.3%", "Cannot say 6.3% 5.0% to 8.0% 30 36 45.5% 34.0% to 57.4%"],
            body.FindAll("tbody tr").Take(2).Select(ElementText.Text));
        Assert.Contains("of the 402 pneumonia patients 1.0% (0.4% to 2.5%) had an image ruled out, of the 149 others 2.0% (0.7% to 5.7%) had one ruled in", body.Text());
        Assert.Contains("10–60% 31 14 too few", body.FindAll("tbody tr").Select(ElementText.Text));
    }

    [Fact]
    public void The_model_page_says_where_there_are_no_limits() =>
        Assert.Equal("This model has no limits for ruling in or out.", SectionOf(FakeInformation.Create()).Text());

    private IRenderedComponent<TriageSection> SectionOf(ModelInformation information) => Render<TriageSection>(with => with
        .Add(it => it.Calibration, information.Calibration)
        .Add(it => it.Report, information.Evaluation));

    private IRenderedComponent<Verdict> VerdictOf(Diagnosis diagnosis) =>
        Render<Verdict>(with => with.Add(it => it.Diagnosis, diagnosis));

    private static Diagnosis Diagnose(double probability) => new()
    {
        Prediction = FakeEngine.Answer(probability, s_information),
        OperatingPoint = s_information.Calibration.DefaultPoint,
        Limits = s_information.Calibration.Triage,
        Image = new ImageFacts(512, 512, 8, RadiographFormat.Png),
        View = new StoredImage([], "image/jpeg"),
        Thumbnail = new StoredImage([], "image/jpeg"),
        Overlay = null,
        Elapsed = TimeSpan.FromMilliseconds(42),
    };
}
