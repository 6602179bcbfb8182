using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class LanguageTests(LanguageTests.German chromium) : IClassFixture<LanguageTests.German>
{
    [Fact]
    public async Task A_page_keeps_its_language_when_another_model_comes_into_service()
    {
        await using var page = await chromium.OpenAsync("about");
        var badge = page.Page.Locator(".badge");
        await Expect(badge).ToContainTextAsync("Modell im Einsatz");

        chromium.App.PutModel("successor");

        await Expect(badge).ToContainTextAsync("successor");
        await Expect(badge).ToContainTextAsync("Modell im Einsatz");
        Assert.Empty(page.Errors);
    }

    /// <summary>Chromium, and the app in German.</summary>
    public sealed class German() : Chromium(new App { Language = "de" });
}
