using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Model.Checks;
using Pneumonia.Model.Imaging;

namespace Pneumonia.Tests.Blazor;

/// <summary>What the page shows of an image that the model should not judge.</summary>
public sealed class RefusalTests(App app) : IClassFixture<App>, IDisposable
{
    private readonly IServiceScope scope = app.Services.CreateScope();

    /// <summary>All codes.</summary>
    public static TheoryData<string> Codes => [.. CheckReasons.All];

    public void Dispose() => scope.Dispose();

    [Fact]
    public async Task A_refused_image_has_a_reason_in_words_and_no_verdict()
    {
        var body = await VerdictOf(refused: true, CheckReasons.Rotated);

        Assert.Equal("No verdict", body.QuerySelector("h2").Text());
        Assert.Equal("The image is rotated.", body.QuerySelector(".reason").Text());
        Assert.Null(body.QuerySelector(".verdict.positive"));
        Assert.Null(body.QuerySelector("details[open]"));
        Assert.Equal("93% probability of pneumonia. It is not to be relied on.", body.QuerySelector("details .probability").Text());
    }

    [Fact]
    public async Task A_corrected_image_has_its_verdict_and_says_what_was_corrected()
    {
        var body = await VerdictOf(refused: false, CheckReasons.Inverted);

        Assert.Equal("Pneumonia likely", body.QuerySelector("h2").Text());
        Assert.StartsWith("Black and white were exchanged", body.QuerySelector(".reason").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_the_page_does_not_know_is_shown_as_it_is()
    {
        Assert.Equal("from-tomorrow", (await VerdictOf(refused: true, "from-tomorrow")).QuerySelector(".reason").Text());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_code_has_the_same_sentence_on_the_page_as_elsewhere(string code)
    {
        Assert.Equal(CheckReasons.Sentence(code), (await VerdictOf(refused: true, code)).QuerySelector(".reason").Text());
    }

    private Task<IElement> VerdictOf(bool refused, params string[] reasons)
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
        return Markup.RenderAsync<Verdict>(scope.ServiceProvider, (nameof(Verdict.Diagnosis), diagnosis));
    }
}
