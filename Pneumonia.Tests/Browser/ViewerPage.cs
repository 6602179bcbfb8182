using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

/// <summary>The viewer as a person uses it.</summary>
internal sealed partial class ViewerPage(BrowserPage page, int columns, int rows)
{
    /// <summary>A browser without WebGL 2.</summary>
    public const string WithoutWebGl = """
        const before = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === "webgl2" ? null : before.call(this, kind, ...rest); };
        """;

    /// <summary>A browser that draws by WebGL 2 though it must do so in software.</summary>
    public const string WithWebGl = """
        const [context, extension] = [HTMLCanvasElement.prototype.getContext, WebGL2RenderingContext.prototype.getExtension];
        HTMLCanvasElement.prototype.getContext = function (kind, how) { return context.call(this, kind, { ...how, failIfMajorPerformanceCaveat: false }); };
        WebGL2RenderingContext.prototype.getExtension = function (name) { return name === "WEBGL_debug_renderer_info" ? null : extension.call(this, name); };
        """;

    public ILocator Pane => page.Page.Locator(".pane[data-main]");

    public ILocator Pointed => page.Page.Locator(".under-pointer");

    public ILocator Lengths => Pane.Locator(".ruler text");

    public ILocator Width => page.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Width" });

    public ILocator Button(string name) => page.Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Chooses a file and waits until it is drawn.</summary>
    public async Task OpenAsync(FilePayload file)
    {
        await page.ChooseAsync(file);
        await Expect(page.Page.Locator(".verdict")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("[data-ready] .screen canvas[data-levels]")).ToBeAttachedAsync();
        await Expect(Button("Saliency")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>Where a place of the fitted, upright image is in the window.</summary>
    public async Task<(float X, float Y)> PlaceAsync(double u, double v)
    {
        var box = (await Pane.BoundingBoxAsync())!;
        var scale = Math.Min(box.Width / columns, box.Height / rows);
        return ((float)(box.X + (box.Width / 2) + ((u - (columns / 2.0)) * scale)), (float)(box.Y + (box.Height / 2) + ((v - (rows / 2.0)) * scale)));
    }

    /// <summary>Moves the mouse to a place of the fitted, upright image.</summary>
    public async Task PointAsync(double u, double v)
    {
        var (x, y) = await PlaceAsync(u, v);
        await page.Page.Mouse.MoveAsync(x, y);
    }

    /// <summary>What the viewer tells of the pixel under the pointer, once it knows its value.</summary>
    public async Task<(int X, int Y, int Value)> ReadAsync()
    {
        await Expect(Pointed).ToHaveTextAsync(Told());
        var told = Told().Match(await Pointed.InnerTextAsync());
        return (Number(told, 1), Number(told, 2), Number(told, 3));
    }

    /// <summary>The ruler's last length.</summary>
    public async Task<(double Length, string Unit)> LengthAsync()
    {
        var words = (await Lengths.Last.TextContentAsync())!.Split(' ');
        return (double.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+), (\d+): (\d+)$")]
    private static partial Regex Told();
}
