using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class ShippedModelTests(ShippedModel chromium) : IClassFixture<ShippedModel>
{
    [ShippedModelFact]
    public async Task The_shipped_model_answers_and_shows_its_figures()
    {
        await using var page = await chromium.OpenAsync("diagnose");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Pneumonia 1" }).ClickAsync();
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.Page.Locator("img.overlay")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".canvas svg text").Last).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("u");
        await Expect(page.Page.Locator(".marks polygon.lungs")).ToHaveCountAsync(2);
        await page.ShootAsync("shipped-1280x800");

        await page.GoAsync("model");
        await Expect(page.Page.Locator(".canvas svg text").First).ToBeVisibleAsync();
        await page.ShootAsync("shipped-model-1280x800", fullPage: true);
        Assert.Empty(page.Errors);
    }
}
