using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Components.Answers;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Tests.Blazor;

/// <summary>What a verdict says to somebody who is no physician.</summary>
public sealed class PlainWordsTests(App app) : RenderingContext(app), IClassFixture<App>
{
    [Theory]
    [InlineData(0.04, FakeInformation.Triaging, "The program sees no signs of pneumonia", "let a physician look at it all the same")]
    [InlineData(0.5, FakeInformation.Triaging, "neither clearly like pneumonia nor clearly like none", "it takes a person’s eyes")]
    [InlineData(0.9, FakeInformation.Triaging, "The program sees signs in this X-ray that often come with pneumonia", "show this X-ray to a physician today")]
    [InlineData(0.9, "older", "The program sees signs", "show this X-ray to a physician today")]
    [InlineData(0.1, "older", "The program sees no signs", "let a physician look at it all the same")]
    public void It_says_what_was_seen_that_it_may_be_wrong_and_what_to_do(double probability, string model, string plain, string next)
    {
        var body = VerdictOf(probability, model);

        Assert.Contains(plain, body.Find(".plain").Text(), StringComparison.Ordinal);
        Assert.Contains(next, body.Find(".next").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_are_one_click_away_and_stay_open_for_the_tabs_other_X_rays()
    {
        var body = VerdictOf(0.9, "older");
        Assert.True(body.Find(".figures").HasAttribute("hidden"));
        Assert.Equal("false", body.Find("button").GetAttribute("aria-expanded"));

        body.Find("button").Click();
        Assert.False(body.Find(".figures").HasAttribute("hidden"));
        Assert.Equal("true", body.Find("button").GetAttribute("aria-expanded"));
        Assert.True(Tab.GetRequiredService<ReadingSession>().FiguresShown);
        Assert.False(VerdictOf(0.1, "older").Find(".figures").HasAttribute("hidden"));
    }

    private IRenderedComponent<Verdict> VerdictOf(double probability, string model)
    {
        var information = FakeInformation.Create(model);
        return Render<Verdict>(with => with.Add(it => it.Diagnosis, new Diagnosis
        {
            Prediction = FakeEngine.Answer(probability, information),
            OperatingPoint = information.Calibration.DefaultPoint,
            Limits = information.Calibration.Triage,
            Image = new ImageFacts(512, 512, 8, RadiographFormat.Png),
            View = new StoredImage([], "image/jpeg"),
            Thumbnail = new StoredImage([], "image/jpeg"),
            Overlay = null,
            Elapsed = TimeSpan.FromMilliseconds(42),
        }));
    }
}
