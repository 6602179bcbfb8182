using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>What surrounds every page: navigation, themes, print.</summary>
public sealed class LayoutTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string White = "rgb(255, 255, 255)";

    [Fact]
    public async Task The_theme_is_switched_and_remembered_from_the_first_byte_of_the_next_page()
    {
        await using var page = await chromium.OpenAsync("about");
        var root = page.Page.Locator("html");
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await page.ShootAsync("about-dark-1280x800", fullPage: true);

        await page.ChooseThemeAsync("Light");
        await Expect(root).ToHaveAttributeAsync("data-theme", "light");
        await Expect(page.Page.Locator("header").First).ToHaveCSSAsync("background-color", White);
        await page.ShootAsync("about-light-1280x800", fullPage: true);

        var html = await (await page.Page.APIRequest.GetAsync(new Uri(chromium.Address, "model").ToString())).TextAsync();
        Assert.Contains("data-theme=\"light\"", html);
        Assert.Contains("--mud-palette-surface: rgba(255,255,255,1)", html);
        await page.GoAsync("model");
        await Expect(page.Page.Locator(".canvas svg text").First).ToBeVisibleAsync();
        await page.ShootAsync("model-light-1280x800", fullPage: true);
        await page.GoAsync("diagnose");
        await page.ShootAsync("arrival-light-1280x800");
        await page.ChooseAsync(Xrays.Chest("chest.png", patch: true), Xrays.Text("two.png"));
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        await page.ShootAsync("diagnose-light-1280x800");

        await page.ChooseThemeAsync("High contrast");
        await Expect(root).ToHaveAttributeAsync("data-theme", "contrast");
        await Expect(page.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(0, 0, 0)");
        await page.ShootAsync("diagnose-contrast-1280x800");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task On_a_telephone_the_pages_are_a_bar_of_icons_that_is_walked_by_keyboard()
    {
        await using var page = await chromium.OpenAsync("about", 390, 844);
        Assert.Equal(0, await page.OverflowAsync());
        await page.ShootAsync("about-390x844", fullPage: true);
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" })).ToBeHiddenAsync();
        var links = page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link);
        await Expect(links).ToHaveCountAsync(6);
        foreach (var link in await links.AllAsync())
        {
            var box = (await link.BoundingBoxAsync())!;
            Assert.True(box is { Width: >= 44, Height: >= 44 } && box.Y + box.Height <= 844 && box.Y > 700, $"{box.X}, {box.Y}: {box.Width} x {box.Height}");
        }

        await links.First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Diagnose", Exact = true })).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("button.zone")).ToBeVisibleAsync();
        await page.ShootAsync("arrival-390x844");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_menu_tells_the_names_of_the_pages_beside_their_icons()
    {
        await using var page = await chromium.OpenAsync("about");
        var menu = page.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(page.Page.GetByRole(AriaRole.Link, new() { Name = "Worklist" })).ToBeVisibleAsync();

        await menu.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Page.Locator(".navigation").GetByText("Worklist")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.ShootAsync("menu-1280x800");
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task About_says_when_to_get_help_and_what_the_tool_cannot_say_with_its_sources()
    {
        await using var page = await chromium.OpenAsync("diagnose");

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "About" }).ClickAsync();

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Get help at once" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "What it cannot say" }))
            .ToContainTextAsync("children of one to five years from one hospital");
        foreach (var host in new[] { "who.int", "nhs.uk", "cdc.gov", "doi.org" })
        {
            await Expect(page.Page.Locator($"article a[href^='https://'][href*='{host}']").First).ToBeVisibleAsync();
        }

        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Print_is_dark_on_white_without_the_navigation_in_either_theme()
    {
        await using var page = await chromium.OpenAsync("about");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.GoAsync("about");

        await Expect(page.Page.Locator("body")).ToHaveCSSAsync("background-color", White);
        await Expect(page.Page.Locator("body")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        await Expect(page.Page.Locator("nav:visible")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator("footer")).ToBeVisibleAsync();
    }
}
