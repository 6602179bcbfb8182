using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pneumonia.Blazor.Storage.Studies;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>The patient's X-ray before this one, beside it.</summary>
public sealed class PriorTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Transforms = "() => [...document.querySelectorAll('.pane .sheet')].map(sheet => getComputedStyle(sheet).transform)";

    private IStudyStore Studies => chromium.App.Services.GetRequiredService<IStudyStore>();

    [Fact]
    public async Task The_prior_is_looked_at_with_the_same_zoom_and_window_until_they_are_parted()
    {
        await using (var first = await chromium.OpenAsync("diagnose"))
        {
            await first.ChooseAsync(Xrays.Steps("prior.png"), Xrays.Steps("now.png"));
            await Expect(first.Page.Locator(".tile .state")).ToHaveCountAsync(2);
            await Expect(first.Page.Locator(".tile progress")).ToHaveCountAsync(0);
        }

        var (prior, now) = (await FindAsync("prior.png"), await FindAsync("now.png"));
        await Studies.SetPatientAsync(now.Id, "P-3");
        await using (var alone = await chromium.OpenAsync($"diagnose/{now.Id}"))
        {
            await Expect(alone.Page.GetByRole(AriaRole.Button, new() { Name = "Compare with prior: there is no other X-ray of this patient" })).ToBeDisabledAsync();
        }

        await Studies.SetPatientAsync(prior.Id, "P-3");
        await using var page = await chromium.OpenAsync($"diagnose/{now.Id}");
        var viewer = new ViewerPage(page, 256, 256);
        await viewer.Button("Compare with prior").ClickAsync();
        var panes = page.Page.Locator(".pane.drawn");
        await Expect(panes).ToHaveCountAsync(2);
        await viewer.Width.FillAsync("64");
        await page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Level" }).FillAsync("30032");
        foreach (var pane in await panes.AllAsync())
        {
            await pane.ExpectGreysAsync([(0.3, 0.5), (0.7, 0.5)], 0, 255);
        }

        await viewer.Button("Zoom in").ClickAsync();
        await viewer.Button("Flip").ClickAsync();
        await panes.First.HoverAsync();
        await page.Page.Mouse.WheelAsync(0, -100);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(400, 300, new() { Steps = 3 });
        await page.Page.Mouse.UpAsync();
        var together = await page.Page.EvaluateAsync<string[]>(Transforms);
        Assert.Equal(together[0], together[1]);
        Assert.NotEqual("none", together[0]);
        foreach (var pane in await panes.AllAsync())
        {
            await pane.ExpectGreysAsync([(0.1, 0.5), (0.9, 0.5)], 255, 0);
        }

        await page.ShootAsync("prior-1280x800");
        await viewer.Button("Move both together").ClickAsync();
        await panes.Last.HoverAsync();
        await page.Page.Mouse.WheelAsync(0, -100);
        await Expect(viewer.Button("Move both together")).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Page.WaitForFunctionAsync($"() => new Set(({Transforms})()).size === 2");
        await panes.First.FocusAsync();
        await page.Page.Keyboard.PressAsync("i");
        await panes.First.ExpectGreysAsync([(0.1, 0.5), (0.9, 0.5)], 0, 255);
        await panes.Last.ExpectGreysAsync([(0.1, 0.5), (0.9, 0.5)], 255, 0);

        await viewer.Button("Move both together").ClickAsync();
        await page.Page.WaitForFunctionAsync($"() => new Set(({Transforms})()).size === 1");
        await viewer.Button("Compare with prior").ClickAsync();
        await Expect(page.Page.Locator(".pane")).ToHaveCountAsync(1);
        Assert.Empty(page.Errors);
    }

    private async Task<StoredStudy> FindAsync(string name) =>
        Assert.Single((await Studies.ListAsync(new StudyQuery { Text = name })).Studies);
}
