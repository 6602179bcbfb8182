using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>A visit of every page below a path of the app's own.</summary>
internal static class PathWalk
{
    /// <summary>Opens every page, loads it again, diagnoses an X-ray and reads its report; nothing may be asked for outside the path.</summary>
    public static async Task StaysBelowAsync(string path, Chromium chromium)
    {
        await using var page = await chromium.OpenAsync();
        var astray = new List<string>();
        page.Page.Response += (_, response) =>
        {
            if (!new Uri(response.Url).AbsolutePath.StartsWith(path, StringComparison.Ordinal) && response.Url.StartsWith("http", StringComparison.Ordinal))
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
}
