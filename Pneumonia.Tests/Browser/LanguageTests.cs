using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Monitoring;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class LanguageTests(LanguageTests.German chromium) : IClassFixture<LanguageTests.German>, IAsyncLifetime
{
    // That of the fake model, and the name of a class in English.
    private const string ModelName = "pneumonia";

    // Every text of a page, and what is said of an element in place of one.
    private const string AllTexts = """
        () => {
            const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                if (!walker.currentNode.parentElement.closest("script, style, code, kbd, [translate=no], [lang]:not([lang=de])")) texts.push(walker.currentNode.data);
            }
            for (const element of document.querySelectorAll("*")) {
                for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-description", "summary"]) {
                    if (element.hasAttribute(name)) texts.push(element.getAttribute(name));
                }
            }
            return [document.title, ...texts].map(text => text.replace(/\s+/g, " ").trim()).filter(text => text);
        }
        """;

    // What machines read: a comma there is no decimal sign.
    private const string Commas = """
        () => [...document.querySelectorAll("[style]")].map(element => element.getAttribute("style"))
            .concat([...document.querySelectorAll("input[type=range], input[type=number], progress, meter")].flatMap(element =>
                ["value", "min", "max", "step"].map(name => element.getAttribute(name) ?? "")))
            .filter(text => /\d,\d/.test(text) && !/\(/.test(text))
        """;

    /// <summary>Each page, and what shows that it is there.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "", "tbody a.open" },
        { "diagnose", "button.zone" },
        { "diagnose?chest.png", ".verdict" },
        { "diagnose?refused.png", ".verdict" },
        { "performance", ".canvas svg text" },
        { "models", "article.version" },
        { $"models/{KnownModel.VersionOf("known")}", ".card" },
        { "models/none", "h1" },
        { "training", "form" },
        { "about", "h1" },
        { "model", ".canvas svg text" },
        { "nowhere", "h1" },
    };

    public async Task InitializeAsync()
    {
        await KnownModel.RegisterAsync(chromium.App.Services);
        await chromium.App.Services.GetRequiredService<IStudyStore>().AddAsync(
            new MadeStudies(1).Next(KnownModel.Title("known"), TestClock.Instance.GetUtcNow()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

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

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_says_anything_in_English(string path, string sign)
    {
        await using var page = await chromium.OpenAsync(path, 390, 844);
        if (path.Split('?') is [_, var file])
        {
            await page.ChooseAsync(Xrays.Chest(file, patch: true), Xrays.Text("notes.png"));
        }

        await Expect(page.Page.Locator(sign).First).ToBeVisibleAsync();
        var english = EnglishTexts.Among(await page.Page.EvaluateAsync<string[]>(AllTexts)).Distinct().Where(text => text != ModelName).ToList();

        Assert.True(english.Count == 0, string.Join('\n', english));
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Commas));
        Assert.Equal(0, await page.OverflowAsync());
        await page.ShootAsync($"german-{path.Split('?', '/')[^1]}-390x844", fullPage: true);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_told_why()
    {
        await using var page = await chromium.OpenAsync("diagnose");

        await page.ChooseAsync(Xrays.Text("notes.png"));

        await Expect(page.Page.GetByText("notes.png: das ist Text, kein Bild").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_menu_switches_the_language_at_the_same_address_and_it_is_remembered()
    {
        await using var page = await chromium.OpenAsync("about#sources");
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sprache" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "English" }).ClickAsync();

        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Language" })).ToBeEnabledAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.EndsWith("/about#sources", page.Page.Url, StringComparison.Ordinal);
        await page.GoAsync("models");
        await Expect(page.Page.Locator("h1")).ToHaveTextAsync("Models");
        Assert.Empty(page.Errors);
    }

    /// <summary>Chromium, and the app in German.</summary>
    public sealed class German() : Chromium(new App { Language = "de" });
}
