using System.Net;
using System.Text.RegularExpressions;
using Pneumonia.Blazor.Hosting;
using Pneumonia.Core;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Hosting;

public sealed partial class ProxyTests
{
    [Theory]
    [InlineData("/pneumonia/about", null)]
    [InlineData("/about", "/pneumonia")]
    [InlineData("/pneumonia/about", "/pneumonia")]
    public async Task A_believed_proxy_tells_the_path_whether_it_takes_it_away_or_not(string path, string? prefix)
    {
        using var app = new App { Settings = { ["Proxy:PathBase"] = "/pneumonia", ["Proxy:Networks:0"] = "127.0.0.0/8" } };

        Assert.Contains("<base href=\"/pneumonia/\"", await GetAsync(app, path, prefix), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_proxy_of_ours_tells_nothing()
    {
        using var strange = new App { Settings = { ["Proxy:Networks:0"] = "10.0.0.0/8" } };
        using var none = new App();

        Assert.Contains("<base href=\"/\"", await GetAsync(strange, "/about", "/pneumonia"), StringComparison.Ordinal);
        Assert.Contains("<base href=\"/\"", await GetAsync(none, "/about", "/pneumonia"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_interface_made_is_found_under_the_whole_address()
    {
        using var app = new App { Settings = { ["Proxy:PathBase"] = "/pneumonia" } };
        var client = app.CreateClient();
        await app.UntilLiveAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(ApiClient.Image(1)), "file", "chest.png" } };

        var made = await client.PostAsync("/pneumonia/api/v1/predictions", form);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.StartsWith("/pneumonia/api/v1/studies/", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(made.Headers.Location)).StatusCode);
    }

    [Theory]
    [InlineData("pneumonia", null, "Proxy:PathBase pneumonia")]
    [InlineData("/pneu monia", null, "Proxy:PathBase /pneu monia")]
    [InlineData("/", "somewhere", "Proxy:Networks somewhere")]
    public void A_setting_that_means_nothing_is_named(string path, string? network, string named)
    {
        var options = new ProxyOptions { PathBase = path, Networks = network is null ? [] : [network] };

        var fault = Assert.Throws<UserException>(() => (options.Path(), options.Trusted()));

        Assert.StartsWith(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_style_or_script_has_an_address_that_leaves_the_path()
    {
        var app = Path.Combine(RepositoryPaths.Root, "Pneumonia.Blazor");
        var strays = Directory.EnumerateFiles(app, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".js" or ".css")
            .Where(file => !Path.GetRelativePath(app, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(app, file).StartsWith("bin", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => RootedAddress().IsMatch(line)).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"))
            .ToList();

        Assert.Empty(strays);
    }

    private static async Task<string> GetAsync(App app, string path, string? prefix)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(app.Listen().ToString().Replace("localhost", "127.0.0.1", StringComparison.Ordinal)), path));
        if (prefix is not null)
        {
            request.Headers.Add("X-Forwarded-Prefix", prefix);
            request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        }

        return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
    }

    [GeneratedRegex("""(href|src|action)="/|url\(["']?/|(fetch|import|NavigateTo|invoke\w*)\(\s*["'`]/""")]
    private static partial Regex RootedAddress();
}
