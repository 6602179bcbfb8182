using Bunit;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Blazor;

/// <summary>What the page shows of an image that the model should not judge.</summary>
public sealed class RefusalTests(App app) : RenderingContext(app), IClassFixture<App>
{
    /// <summary>All codes.</summary>
    public static TheoryData<string> Codes => [.. CheckReasons.All];

    [Fact]
    public void A_refused_image_has_a_reason_in_words_and_no_verdict()
    {
        var body = VerdictOf(refused: true, CheckReasons.Rotated);

        Assert.Equal("No verdict", body.Find("h2").Text());
        Assert.Equal("The image is rotated.", body.Find(".reason").Text());
        Assert.Empty(body.FindAll(".verdict.positive"));
        Assert.Empty(body.FindAll("details[open]"));
        Assert.Equal("93% probability of pneumonia. It is not to be relied on.", body.Find("details .probability").Text());
    }

    [Fact]
    public void A_corrected_image_has_its_verdict_and_says_what_was_corrected()
    {
        var body = VerdictOf(refused: false, CheckReasons.Inverted);

        Assert.Equal("Pneumonia likely", body.Find("h2").Text());
        Assert.StartsWith("Black and white were exchanged", body.Find(".reason").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_the_page_does_not_know_is_shown_as_it_is()
    {
        Assert.Equal("from-tomorrow", VerdictOf(refused: true, "from-tomorrow").Find(".reason").Text());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_the_same_sentence_on_the_page_as_elsewhere(string code)
    {
        Assert.Equal(CheckReasons.Sentence(code), VerdictOf(refused: true, code).Find(".reason").Text());
    }

    private IRenderedComponent<Verdict> VerdictOf(bool refused, params string[] reasons)
    {
        var information = FakeInformation.Create();
        var diagnosis = new Diagnosis
        {
            Prediction = FakeEngine.Answer(0.93, information) with { Refused = refused, Reasons = reasons },
            OperatingPoint = information.Calibration.DefaultPoint,
            Image = new ImageFacts(512, 512, 8, RadiographFormat.Png),
            View = new StoredImage([], "image/jpeg"),
            Thumbnail = new StoredImage([], "image/jpeg"),
            Overlay = null,
            Elapsed = TimeSpan.FromMilliseconds(42),
        };
        return Render<Verdict>(with => with.Add(it => it.Diagnosis, diagnosis));
    }
}
