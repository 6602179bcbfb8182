using Microsoft.Playwright;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Browser;

/// <summary>A real Chromium, and the app behind a real socket.</summary>
public class Chromium : IAsyncLifetime
{
    public const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Chromium()
        : this(new App())
    {
    }

    private protected Chromium(App app) => App = app;

    internal App App { get; private protected set; }

    /// <summary>Path below which the app is visited.</summary>
    private protected string Below { get; init; } = "";

    internal Uri Address { get; private protected set; } = null!;

    public virtual async Task InitializeAsync()
    {
        // A machine that is busy with other things answers late.
        Assertions.SetDefaultExpectTimeout(30_000);
        Address = new Uri(App.Listen(), Below);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
                "--disable-sync",
            ],
        });
    }

    public virtual async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Opens a page in a browser profile of its own, and waits until it can be used.</summary>
    /// <param name="path">The page.</param>
    /// <param name="width">Width of the window, in pixels.</param>
    /// <param name="height">Height of the window, in pixels.</param>
    /// <param name="theme">What the theme's cookie says; null for none.</param>
    /// <param name="script">Run before all scripts of the page; null for none.</param>
    /// <param name="isFirstVisit">Whether the tour has not been seen.</param>
    internal async Task<BrowserPage> OpenAsync(
        string path = "", int width = 1280, int height = 800, string? theme = null, string? script = null, bool isFirstVisit = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (!isFirstVisit)
        {
            await context.AddInitScriptAsync("localStorage.setItem('tour', 'seen')");
        }

        if (theme is not null)
        {
            await context.AddCookiesAsync([new Cookie { Name = "theme", Value = theme, Url = Address.ToString() }]);
        }

        if (script is not null)
        {
            await context.AddInitScriptAsync(script);
        }

        var page = new BrowserPage(await context.NewPageAsync(), Address);
        await page.GoAsync(path);
        return page;
    }
}
