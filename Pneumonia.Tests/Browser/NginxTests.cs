using Pneumonia.Tests.Blazor;
using static Microsoft.Playwright.Assertions;

namespace Pneumonia.Tests.Browser;

public sealed class NginxTests(NginxTests.Behind chromium) : IClassFixture<NginxTests.Behind>
{
    [Fact]
    public Task Behind_a_proxy_every_page_its_scripts_and_its_links_stay_below_the_path() => PathWalk.StaysBelowAsync("/pneumonia/", chromium);

    [Fact]
    public async Task The_page_speaks_to_its_circuit_by_web_socket_through_the_proxy()
    {
        await using var page = await chromium.OpenAsync();
        var socket = await page.Page.RunAndWaitForWebSocketAsync(() => page.GoAsync("diagnose"));

        Assert.StartsWith($"ws://{chromium.Address.Authority}/pneumonia/_blazor", socket.Url, StringComparison.Ordinal);
        await Expect(page.Page.Locator("h1").First).ToBeVisibleAsync();
    }

    /// <summary>Chromium, and the app behind nginx below <c>/pneumonia/</c>.</summary>
    public sealed class Behind : Chromium
    {
        private Func<ValueTask> _stop = () => ValueTask.CompletedTask;

        public Behind()
            : base(new App { Settings = { ["Proxy:Networks:0"] = "127.0.0.1/32" } })
        {
        }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            var nginx = new Nginx(Address);
            (Address, _stop) = (nginx.Address, nginx.DisposeAsync);
        }

        public override async Task DisposeAsync()
        {
            await _stop();
            await base.DisposeAsync();
        }
    }
}
