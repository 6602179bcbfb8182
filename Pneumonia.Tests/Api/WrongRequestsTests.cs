using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Browser;

namespace Pneumonia.Tests.Api;

/// <summary>Every operation with every part left out, doubled and of the wrong type: never a fault of the program.</summary>
public sealed class WrongRequestsTests
{
    private static readonly string[] s_wrongTexts =
        ["", "x", "-1", "0", "1,5", " 1", "1e999", "true", "null", "[]", "%00", "%ff", "%EF%BF%BF", "..%2F..%2Fetc", "'%22;--", new('a', 3000)];

    private static readonly string[] s_wrongValues =
        ["null", "1", "-1.5e300", "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[null]", $"\"{new string('a', 5000)}\""];

    private static readonly string[] s_wrongBodies =
        ["", " ", "null", "1", "\"text\"", "[]", "{", "{}", "{\"label\":", "\0", "{\"unknown\":1}", "\u00e4", new('[', 200)];

    [Fact]
    public async Task No_operation_of_the_description_fails()
    {
        await using var app = await StartAsync();
        var client = app.CreateClient();
        var study = (await client.PredictAsync(ApiClient.Image(1))).Headers.Location!.ToString().Split('/')[^1];
        var description = await client.GetJsonAsync("/openapi/v1.json");
        var faults = new List<string>();
        var sent = 0;
        foreach (var (path, operations) in description["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                foreach (var make in Requests(description, new HttpMethod(method.ToUpperInvariant()), path, operation!.AsObject(), study))
                {
                    sent++;
                    await SendAsync(client, make, faults, isApi: true);
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(sent > 500, $"{sent}");
    }

    [Fact]
    public async Task Nor_does_any_address_of_the_pages()
    {
        await using var app = await StartAsync();
        var client = app.CreateClient();
        var faults = new List<string>();
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}")
            .Where(route => !route.StartsWith("/api", StringComparison.Ordinal) && !route.Contains("_framework", StringComparison.Ordinal)
                && !route.Contains("_content", StringComparison.Ordinal) && !route.Contains("_blazor", StringComparison.Ordinal) && !route.Contains('*')
                && !Path.HasExtension(route))
            .Append("/worklist.csv").Append("/openapi/v1.json").Append("/metrics").Distinct().ToArray();
        foreach (var route in routes)
        {
            // The page of errors is that of a fault.
            foreach (var address in Addresses(route).Where(address => address != "/error"))
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
                {
                    await SendAsync(client, () => new HttpRequestMessage(method, address), faults, isApi: false);
                }

                foreach (var content in Forms().Concat(Bodies()))
                {
                    await SendAsync(client, () => new HttpRequestMessage(HttpMethod.Post, address) { Content = content() }, faults, isApi: false);
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Contains("/models/{version}/zip", routes);
    }

    [Fact]
    public async Task The_export_of_the_worklist_refuses_what_it_does_not_understand_and_needs_its_fields()
    {
        await using var app = await StartAsync();
        var client = app.CreateClient();
        (await client.PredictAsync(Xrays.Chest("exported.png", patch: true).Buffer, "exported.png")).EnsureSuccessStatusCode();
        var page = await client.GetStringAsync("/");
        var token = System.Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var faults = new List<string>();
        Assert.NotEmpty(token);

        foreach (var name in new[] { "Sort", "Status", "Urgency", "Refused", "Triage", "From", "Until", "Text", "Blind", "Unknown" })
        {
            foreach (var text in s_wrongTexts.Append("\0").Append("2026-13-99"))
            {
                await SendAsync(client, () => Export([name], text), faults, isApi: false);
                await SendAsync(client, () => Export([name, name], text), faults, isApi: false);
            }
        }

        foreach (var without in new[] { new HttpRequestMessage(HttpMethod.Post, "/worklist.csv"), Export([], ""), Export(["Text"], "x"), Export(["Sort"], "9") })
        {
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await client.SendAsync(without)).StatusCode);
        }

        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.SendAsync(Export(["Sort"], "Time"))).StatusCode);
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        HttpRequestMessage Export(string[] names, string text) => new(HttpMethod.Post, "/worklist.csv")
        {
            Content = new FormUrlEncodedContent([.. names.Select(name => KeyValuePair.Create(name, text)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
    }

    private static async Task<App> StartAsync()
    {
        var app = new App { Settings = { ["Api:RequestsPerMinute"] = "0" } };
        app.CreateClient();
        await app.UntilLiveAsync();
        return app;
    }

    private static async Task SendAsync(HttpClient client, Func<HttpRequestMessage> make, List<string> faults, bool isApi)
    {
        using var request = make();
        var told = $"{request.Method} {request.RequestUri!.OriginalString} {(request.Content is null ? "" : await TextAsync(request.Content))}";
        try
        {
            using var response = await client.SendAsync(request);
            var status = (int)response.StatusCode;
            if (status >= 500)
            {
                faults.Add($"{status}: {told}");
            }
            else if (isApi && status >= 400 && response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            {
                faults.Add($"{status} without problem details: {told}");
            }
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            // What the app does not catch itself, the test's server throws.
            faults.Add($"{fault.GetType().Name}: {told}");
        }
    }

    private static async Task<string> TextAsync(HttpContent content)
    {
        var text = await content.ReadAsStringAsync();
        return $"{content.Headers.ContentType} {text[..Math.Min(text.Length, 200)]}";
    }

    private static IEnumerable<Func<HttpRequestMessage>> Requests(JsonObject description, HttpMethod method, string path, JsonObject operation, string study)
    {
        var plain = path.Replace("{id}", study, StringComparison.Ordinal).Replace("{version}", "nowhere", StringComparison.Ordinal);
        foreach (var address in Addresses(path).Append(plain))
        {
            yield return () => new HttpRequestMessage(method, address);
        }

        string[] queries = [.. (operation["parameters"]?.AsArray() ?? []).Where(each => (string?)each!["in"] == "query").Select(each => (string)each!["name"]!), "unknown"];
        foreach (var query in queries)
        {
            foreach (var text in s_wrongTexts)
            {
                yield return () => With(method, $"{plain}?{query}={text}");
                yield return () => With(method, $"{plain}?{query}={text}&{query}={text}");
            }
        }

        if (operation["requestBody"] is { } body)
        {
            foreach (var content in Bodies().Concat(Forms()).Concat(Fields(description, body["content"]!.AsObject())))
            {
                yield return () => With(method, plain, content());
            }
        }

        foreach (var key in new[] { "", " ", "a, b", new string('k', 300), "\u00e4" })
        {
            yield return () => With(method, plain, null, key);
            yield return () => With(method, plain, new StringContent("{}", Encoding.UTF8, "application/json"), key);
        }
    }

    private static HttpRequestMessage With(HttpMethod method, string address, HttpContent? content = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", [key, key]);
        }

        return request;
    }

    private static IEnumerable<string> Addresses(string route)
    {
        var open = route.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return [route, .. s_wrongTexts.Select(text => $"{route}?x={text}&x={text}")];
        }

        var close = route.IndexOf('}', StringComparison.Ordinal);
        // A path with NUL is refused by the server before the app sees it.
        return s_wrongTexts.Where(text => text.Length > 0 && text != "%00").SelectMany(text => Addresses(route[..open] + text + route[(close + 1)..])).Where(address => !address.Contains("?x=", StringComparison.Ordinal));
    }

    private static IEnumerable<Func<HttpContent>> Bodies()
    {
        foreach (var body in s_wrongBodies)
        {
            foreach (var type in new[] { "application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense" })
            {
                yield return () =>
                {
                    var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                    content.Headers.TryAddWithoutValidation("Content-Type", type);
                    return content;
                };
            }
        }
    }

    // Each member of the body's description in turn: of the wrong type, and twice.
    private static IEnumerable<Func<HttpContent>> Fields(JsonObject description, JsonObject contents)
    {
        if (contents["application/json"]?["schema"] is not { } schema)
        {
            yield break;
        }

        var named = (string?)schema["$ref"] is { } reference ? description["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;
        foreach (var (name, _) in named["properties"]!.AsObject())
        {
            foreach (var value in s_wrongValues)
            {
                foreach (var body in new[] { $"{{\"{name}\":{value}}}", $"{{\"{name}\":{value},\"{name}\":{value}}}", $"{{\"label\":\"NORMAL\",\"text\":\"t\",\"{name}\":{value}}}" })
                {
                    yield return () => new StringContent(body, Encoding.UTF8, "application/json");
                }
            }
        }
    }

    private static IEnumerable<Func<HttpContent>> Forms()
    {
        yield return () => new MultipartFormDataContent();
        foreach (var names in new string[][] { ["file"], ["file", "file"], ["patient"], ["other"], ["file", "patient", "patient"], ["patient", "file", "other"] })
        {
            foreach (var fileName in new[] { null, "a.png", "", "a\0.png", new string('n', 400), "../../a.png" })
            {
                yield return () => Form(names, fileName, []);
                yield return () => Form(names, fileName, ApiClient.Image(7));
            }
        }

        yield return () =>
        {
            var cut = new ByteArrayContent(Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nabc"));
            cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            return cut;
        };
    }

    private static MultipartFormDataContent Form(string[] names, string? fileName, byte[] bytes)
    {
        var form = new MultipartFormDataContent("----of-the-test");
        foreach (var name in names)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation(
                "Content-Disposition", $"form-data; name=\"{name}\"{(fileName is null ? "" : $"; filename=\"{fileName.Replace("\0", "%00", StringComparison.Ordinal)}\"")}");
            form.Add(part);
        }

        return form;
    }
}
