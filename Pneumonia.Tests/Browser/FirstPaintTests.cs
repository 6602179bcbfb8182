namespace Pneumonia.Tests.Browser;

public sealed class FirstPaintTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>What 400 kbit/s bring in 2 s; the rest of 3 s is for the line's and the machine's own time.</summary>
    private const int MostBytes = 100_000;

    [Theory]
    [InlineData("")]
    [InlineData("diagnose")]
    public async Task Little_is_fetched_before_anything_is_seen_and_no_script(string path)
    {
        await using var page = await chromium.OpenAsync(path);

        var blocking = await page.Page.EvaluateAsync<Blocking>("""
            () => {
                const entries = performance.getEntriesByType("resource").filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking");
                const [document] = performance.getEntriesByType("navigation");
                return {
                    bytes: entries.reduce((sum, { transferSize }) => sum + transferSize, document.transferSize),
                    scripts: entries.filter(({ initiatorType }) => initiatorType === "script").map(({ name }) => name),
                };
            }
            """);

        Assert.Empty(blocking.Scripts);
        Assert.InRange(blocking.Bytes, 1, MostBytes);
    }

    private sealed class Blocking
    {
        public int Bytes { get; set; }

        public string[] Scripts { get; set; } = [];
    }
}
