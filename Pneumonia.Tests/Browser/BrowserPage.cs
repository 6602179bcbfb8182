using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Pneumonia.Tests.Browser;

/// <summary>A page that remembers what went wrong on it.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private readonly List<string> _errors = [];

    private readonly Uri _address;

    public BrowserPage(IPage page, Uri address)
    {
        Page = page;
        this._address = address;
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            // What the driver of graphics in software says of its own speed is no fault of the page.
            if (message.Type is "error" or "warning" && !message.Text.Contains("GL Driver Message", StringComparison.Ordinal))
            {
                _errors.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console so far.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Loads a page of the app, and waits until it can be used.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, path).ToString());
        await Page.WaitForSelectorAsync("input[type=file]:enabled", new() { State = WaitForSelectorState.Attached });
    }

    public Task ChooseAsync(params FilePayload[] files) => Page.Locator("input[type=file]").Last.SetInputFilesAsync(files);

    /// <summary>Chooses a theme in the menu.</summary>
    public async Task ChooseThemeAsync(string name)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = name }).ClickAsync();
    }

    /// <summary>Chooses in a list that opens.</summary>
    public async Task SelectAsync(string label, string choice)
    {
        await Page.GetByLabel(label, new() { Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    /// <summary>How many pixels the page is wider than the window.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("""
        async () => {
            const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
            // Charts learn their new width from the server.
            for (let i = 0; i < 50 && overflow() > 0; i++) {
                await new Promise(resolve => setTimeout(resolve, 100));
            }
            return overflow();
        }
        """);

    /// <summary>Saves what is seen, for people to look at.</summary>
    public Task ShootAsync(string name, bool fullPage = false) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = PathOf(name),
        FullPage = fullPage,
    });

    /// <summary>Where a picture of this name is saved.</summary>
    public static string PathOf(string name) => Path.Combine(RepositoryRoot(), "TestResults", "screenshots", name + ".png");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static string RepositoryRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
