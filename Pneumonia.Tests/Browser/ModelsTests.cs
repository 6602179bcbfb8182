using Microsoft.Playwright;
using Pneumonia.Core.Package;
using Pneumonia.Tests.Models;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class ModelsTests(TinyModel chromium) : IClassFixture<TinyModel>
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task A_second_model_is_uploaded_promoted_taken_back_compared_and_deleted(int width, int height)
    {
        using var folder = new TemporaryFolder();
        var other = ModelVariants.Write(chromium.Zip, Path.Combine(folder.Path, "second.zip"), (byte)(width / 10), $"second{width}");
        await using var page = await chromium.OpenAsync("models", width, height);
        await Expect(Version(page, chromium.Version)).ToContainTextAsync("In service since", Patient);

        var input = page.Page.Locator("label input[type=file]");
        await Expect(input).ToBeEnabledAsync();
        await input.SetInputFilesAsync(new FilePayload { Name = "notes.zip", MimeType = "application/zip", Buffer = "no zip at all, but text"u8.ToArray() });
        await Expect(page.Page.GetByText("notes.zip: it is no zip file")).ToBeVisibleAsync(Seen);

        await Expect(input).ToBeEnabledAsync();
        await input.SetInputFilesAsync(Path.Combine(folder.Path, "second.zip"));
        await Expect(Version(page, other.Version)).ToBeVisibleAsync(Seen);
        await Expect(Version(page, other.Version)).Not.ToContainTextAsync("In service");
        await page.ShootAsync($"models-{width}x{height}", fullPage: true);
        Assert.Equal(0, await page.OverflowAsync());

        await Button(page, $"Promote second{width}").ClickAsync();
        await Expect(Version(page, other.Version)).ToContainTextAsync("In service since", Patient);
        await Expect(page.Page.Locator(".badge")).ToContainTextAsync(other.Version);

        await Button(page, "Roll back to pneumonia").ClickAsync();
        await Expect(Version(page, chromium.Version)).ToContainTextAsync("In service since", Patient);
        await Expect(page.Page.GetByText("Back to pneumonia").First).ToBeVisibleAsync();
        await Expect(Version(page, chromium.Version).GetByRole(AriaRole.Button, new() { Name = "Delete" })).ToHaveCountAsync(0);
        await page.ShootAsync($"models-after-{width}x{height}", fullPage: true);

        await Button(page, $"Delete second{width}").ClickAsync();
        await page.ShootAsync($"models-delete-{width}x{height}");
        await page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByText("What it did stays on record")).ToBeVisibleAsync(Seen);
        await Expect(Version(page, other.Version)).ToHaveCountAsync(0);
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_model_whose_upload_is_broken_off_goes_on_once_the_line_is_back()
    {
        using var folder = new TemporaryFolder();
        var other = ModelVariants.Write(chromium.Zip, Path.Combine(folder.Path, "cut.zip"), 77, "cut");
        await using var page = await chromium.OpenAsync("models");
        var input = page.Page.Locator("label input[type=file]");
        await Expect(input).ToBeEnabledAsync();

        await page.Page.RouteAsync("**/model-uploads/**", route => route.AbortAsync());
        await input.SetInputFilesAsync(Path.Combine(folder.Path, "cut.zip"));
        await Expect(page.Page.Locator("[data-text]")).ToContainTextAsync("There is no connection; cut.zip goes on once it is back");
        await page.ShootAsync("model-upload-cut-1280x800");
        await page.Page.UnrouteAllAsync();

        await Expect(Version(page, other.Version)).ToBeVisibleAsync(Seen);
        await Expect(page.Page.Locator("[data-sending]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_version_shows_its_figures_and_its_card()
    {
        await using var page = await chromium.OpenAsync("models");
        await Version(page, chromium.Version).GetByRole(AriaRole.Link, new() { Name = "pneumonia" }).First.ClickAsync();

        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Model card", Exact = true })).ToBeVisibleAsync(Seen);
        await Expect(page.Page.GetByText("It is not a medical device")).ToBeVisibleAsync();
        await page.ShootAsync("model-version-1280x800", fullPage: true);
        Assert.True(await page.Page.Locator("#points ~ .scroll").EvaluateAsync<bool>("table => table.scrollWidth <= table.clientWidth"));
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(page.Errors);
    }

    private static LocatorAssertionsToContainTextOptions Patient => new() { Timeout = 60_000 };

    // An upload of 22 MB through the page takes its time on a busy machine.
    private static LocatorAssertionsToBeVisibleOptions Seen => new() { Timeout = 180_000 };

    private static ILocator Version(BrowserPage page, string version) =>
        page.Page.Locator("article.version").Filter(new() { HasText = version });

    private static ILocator Button(BrowserPage page, string name) => page.Page.GetByRole(AriaRole.Button, new() { Name = name });
}
