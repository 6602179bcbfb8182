using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Diagnosing;
using Pneumonia.Blazor.ReadingRoom;

namespace Pneumonia.Tests.Blazor;

public sealed class HttpTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("/", "Worklist")]
    [InlineData("/diagnose", "Diagnose")]
    [InlineData("/about", "About")]
    [InlineData("/model", "Model")]
    public async Task Every_page_answers_with_its_own_title(string path, string title)
    {
        var html = await app.CreateClient().GetStringAsync(path);

        Assert.Contains("<html lang=\"en\" data-theme=\"dark\">", html);
        Assert.Contains($"<title>{title} · PneumoniaML</title>", WebUtility.HtmlDecode(html));
        Assert.Contains("Not a medical device.", html);
    }

    [Fact]
    public async Task The_client_script_is_served_whole()
    {
        var script = await app.CreateClient().GetAsync("/_framework/blazor.web.js");

        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);

        // Its tag is the hash that the build took of the file.
        var hash = Convert.ToBase64String(SHA256.HashData(await script.Content.ReadAsByteArrayAsync()));
        Assert.Equal($"\"{hash}\"", script.Headers.ETag?.Tag);
    }

    [Theory]
    [InlineData("/app.css")]
    [InlineData("/reading-room.js")]
    [InlineData("/intake.js")]
    [InlineData("/uploads.js")]
    [InlineData("/upload-parts.js")]
    [InlineData("/Pneumonia.Blazor.styles.css")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js")]
    [InlineData("/charts.js")]
    [InlineData("/theme.js")]
    public async Task What_a_page_needs_is_served(string path)
    {
        var response = await app.CreateClient().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app.css")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var headers = (await app.CreateClient().GetAsync(path)).Headers;

        Assert.Contains("frame-ancestors 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task The_health_check_answers()
    {
        var response = await app.CreateClient().GetAsync("/healthz");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_answered_with_a_page_that_says_so()
    {
        var response = await app.CreateClient().GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is nothing at this address", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_image_is_served_without_being_kept_by_the_browser_until_it_is_removed()
    {
        var store = app.Services.GetRequiredService<SessionImages>();
        var id = store.Add(new StoredImage([1, 2, 3], "image/jpeg"));

        var held = await app.CreateClient().GetAsync($"/images/{id}");
        store.Remove(id);
        var removed = await app.CreateClient().GetAsync($"/images/{id}");

        Assert.Equal([1, 2, 3], await held.Content.ReadAsByteArrayAsync());
        Assert.True(held.Headers.CacheControl?.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
    }
}
