using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Browser;

/// <summary>The app below a path of its own, as behind a proxy that serves others, too.</summary>
public sealed class PathBaseTests(PathBaseTests.Lower chromium) : IClassFixture<PathBaseTests.Lower>
{
    [Fact]
    public Task Every_page_its_scripts_and_its_links_stay_below_the_path() => PathWalk.StaysBelowAsync("/pneumonia/", chromium);

    /// <summary>Chromium, and the app below <c>/pneumonia/</c>.</summary>
    public sealed class Lower : Chromium
    {
        public Lower()
            : base(new App { Settings = { ["Proxy:PathBase"] = "/pneumonia" } }) => Below = "pneumonia/";
    }
}
