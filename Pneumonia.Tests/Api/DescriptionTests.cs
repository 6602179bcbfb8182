using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

/// <summary>The description of the API and the API are the same.</summary>
public sealed class DescriptionTests(App app) : IClassFixture<App>
{
    // Too large, too often, a fault, no model or store, a full disk: shown elsewhere.
    private static readonly string[] s_rare = ["413", "429", "500", "503", "507"];

    [Fact]
    public async Task Every_operation_is_described()
    {
        var description = await app.CreateClient().GetJsonAsync("/openapi/v1.json");

        var mapped = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } path && path.Contains("api/v1", StringComparison.Ordinal)
                && !path.Contains("**", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods,
                (endpoint, method) => $"{method.ToLowerInvariant()} {endpoint.RoutePattern.RawText!.TrimEnd('/')}");
        Assert.Equal(mapped.Order(), Operations(description).Select(operation => operation.Name).Order());
        Assert.All(Operations(description), operation => Assert.NotEmpty((string)operation.Node["summary"]!));
        Assert.All(
            Operations(description).Where(operation => operation.Node["responses"]!["422"] is not null),
            operation => Assert.Contains("Idempotency-Key", operation.Node["parameters"]!.ToJsonString()));
    }

    [Fact]
    public async Task Every_answer_is_as_described_and_every_described_answer_can_be_had()
    {
        var description = await app.CreateClient().GetJsonAsync("/openapi/v1.json");
        using var described = new DescribedHandler(description);
        var client = app.CreateDefaultClient(described);

        await TourOfStudiesAsync(client);
        await TourOfJobsAsync(client);
        await using var idle = new App { HasModel = false };
        using var describedIdle = new DescribedHandler(description);
        await CancelAsync(idle.CreateDefaultClient(describedIdle));
        await client.GetAsync("/api/v1/models/live");
        await client.GetAsync("/api/v1/models");
        await client.GetAsync("/api/v1/models?limit=0");
        await client.PostAsync("/api/v1/models/nowhere/promote", null);
        var live = (string?)(await client.GetJsonAsync("/api/v1/models/live"))["version"];
        await client.PostAsync($"/api/v1/models/{live}/promote", null);
        foreach (var key in new[] { "models", "a key" })
        {
            await SendAsync(client, $"/api/v1/models/{live}/promote", new { }, key);
            await SendAsync(client, $"/api/v1/models/{live}/promote?note=other", new { }, key);
            await SendAsync(client, "/api/v1/models/rollback", new { }, key);
        }

        await client.PostAsync($"/api/v1/models/rollback?from={live}", null);
        await client.PostAsync($"/api/v1/models/rollback?from={live}", null);

        var declared = Operations(description).SelectMany(operation => operation.Node["responses"]!.AsObject()
            .Where(answer => !s_rare.Contains(answer.Key)).Select(answer => $"{operation.Name} {answer.Key}"));

        // A registered model whose zip is gone.
        Assert.Equal(["post /api/v1/models/{version}/promote 409"], declared.Except(described.Seen).Except(describedIdle.Seen));
    }

    [Fact]
    public async Task A_page_to_try_it_is_served_without_scripts_of_others()
    {
        var client = app.CreateClient();
        var page = await client.GetAsync("/api");

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("script-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("//", html.Replace("<!--", string.Empty, StringComparison.Ordinal).Replace("/>", ">", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/swagger-ui-bundle.js")).StatusCode);
        Assert.Contains("/openapi/v1.json", await client.GetStringAsync("/api/index.js"));
    }

    private static IEnumerable<(string Name, JsonNode Node)> Operations(JsonObject description) => description["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject(), (path, operation) => ($"{operation.Key} {path.Key}", operation.Value!));

    private async Task TourOfStudiesAsync(HttpClient client)
    {
        var text = new StringContent("text");
        await client.PredictAsync(ApiClient.Image(1), query: "?method=cam", key: "tour");
        await client.PredictAsync(ApiClient.Image(2), key: "tour");
        await client.PredictAsync(ApiClient.Image(1), query: "?method=x");
        await client.PostAsync("/api/v1/predictions", text);
        var study = (await client.PredictAsync(ApiClient.Image(3), patient: "P")).Headers.Location!;
        foreach (var query in new[] { "studies", "studies?limit=0", "studies/nowhere", "studies/nowhere/image", "studies/nowhere/saliency" })
        {
            await client.GetAsync($"/api/v1/{query}");
        }

        foreach (var path in new[] { string.Empty, "/image", "/saliency", "/saliency?method=cam", "/saliency?method=x" })
        {
            await client.GetAsync($"{study}{path}");
        }

        foreach (var list in new[] { "readings", "corrections", "notes" })
        {
            var words = new { label = "NORMAL", text = "words" };
            await SendAsync(client, $"{study}/{list}", words, $"tour of {list}".Replace(' ', '-'));
            await SendAsync(client, $"{study}/{list}", new { label = "PNEUMONIA", text = "others" }, $"tour of {list}".Replace(' ', '-'));
            await client.PostAsJsonAsync($"{study}/{list}", new { });
            await client.PostAsJsonAsync($"/api/v1/studies/nowhere/{list}", words);
            await client.PostAsync($"{study}/{list}", text);
            await client.GetAsync($"{study}/{list}");
            await client.GetAsync($"{study}/{list}?limit=0");
            await client.GetAsync($"/api/v1/studies/nowhere/{list}");
        }

        app.PutModel("newer");
        await app.UntilLiveAsync("newer");
        await client.GetAsync($"{study}/saliency");
    }

    private static async Task TourOfJobsAsync(HttpClient client)
    {
        var job = (await client.SendJobAsync([("a.png", ApiClient.Image(1)), ("b.txt", [1])], key: "job")).Headers.Location!;
        await client.SendJobAsync([("b.png", ApiClient.Image(1))], key: "job");
        await client.PostAsync("/api/v1/jobs", new StringContent("text"));
        await client.SendJobAsync([("b.png", ApiClient.Image(1))], ["P", "Q"]);
        await client.WaitForJobAsync(job);
        await client.DeleteAsync(job);
        await client.DeleteAsync("/api/v1/jobs/nowhere");
        await client.GetAsync("/api/v1/jobs/nowhere");
        await client.GetAsync("/api/v1/jobs");
        await client.GetAsync("/api/v1/jobs?limit=0");
    }

    // Without a model the files wait until they are cancelled.
    private static async Task CancelAsync(HttpClient client)
    {
        var job = await client.SendJobAsync([("a.png", ApiClient.Image(1))]);
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync(job.Headers.Location)).StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, object body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
