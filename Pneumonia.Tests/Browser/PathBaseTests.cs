using Microsoft.Playwright;
using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>The app below a path of its own, as behind a proxy that serves others, too.</summary>
public sealed class PathBaseTests(PathBaseTests.Lower chromium) : IClassFixture<PathBaseTests.Lower>
{
    [Fact]
    public async Task Every_page_its_scripts_and_its_links_stay_below_the_path()
    {
        await using var page = await chromium.OpenAsync();
        var astray = new List<string>();
        page.Page.Response += (_, response) =>
        {
            if (!new Uri(response.Url).AbsolutePath.StartsWith("/pneumonia/", StringComparison.Ordinal) && response.Url.StartsWith("http", StringComparison.Ordinal))
            {
                astray.Add($"{response.Status} {response.Url}");
            }
        };

        foreach (var name in (string[])["Diagnose", "Metrics", "Models", "Training", "About", "Worklist"])
        {
            var link = page.Page.Locator(".navigation").GetByRole(AriaRole.Link, new() { Name = name });
            await link.ClickAsync();
            await Expect(page.Page.Locator("h1").First).ToBeAttachedAsync();
            await page.Page.ReloadAsync();
            await page.Page.WaitForSelectorAsync("input[type=file]:enabled", new() { State = WaitForSelectorState.Attached });
        }

        await page.GoAsync("diagnose");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true));
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("img.radiograph")).ToHaveJSPropertyAsync("naturalWidth", 512);
        await Expect(page.Page.Locator(".canvas svg text").First).ToBeVisibleAsync();
        await page.GoAsync("");
        var report = await page.Page.RunAndWaitForPopupAsync(() => page.Page.GetByRole(AriaRole.Link, new() { Name = "Report on" }).First.ClickAsync());
        await Expect(report.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(astray);
        Assert.Empty(page.Errors);
    }

    /// <summary>Chromium, and the app below <c>/pneumonia/</c>.</summary>
    public sealed class Lower : Chromium
    {
        public Lower()
            : base(new App { Settings = { ["Proxy:PathBase"] = "/pneumonia" } }) => Below = "pneumonia/";
    }
}
