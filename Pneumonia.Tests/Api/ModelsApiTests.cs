using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class ModelsApiTests
{
    [Fact]
    public async Task A_model_is_promoted_and_taken_back()
    {
        await using var app = new App();
        var client = app.CreateClient();
        var first = await LiveAsync(client, null);
        app.PutModel("newer");
        var second = await LiveAsync(client, first);

        var listed = (await client.GetJsonAsync("/api/v1/models"))["models"]!.AsArray();
        Assert.Equal([second, first], listed.Select(model => (string?)model!["version"]));
        Assert.Equal([true, false], listed.Select(model => (bool)model!["live"]!));

        var back = await client.PostAsync($"/api/v1/models/rollback?from={second}", null);
        Assert.Equal(first, (string?)(await back.JsonAsync())["version"]);
        Assert.Equal(first, await LiveAsync(client, second));
        Assert.Equal(
            "Another model is in service.", await (await client.PostAsync($"/api/v1/models/rollback?from={second}", null)).ProblemAsync(409));

        var promoted = await client.PostAsync($"/api/v1/models/{second![..8]}/promote?note=again", null);
        Assert.Equal(HttpStatusCode.OK, promoted.StatusCode);
        Assert.Equal(second, await LiveAsync(client, first));
        await (await client.PostAsync("/api/v1/models/nowhere/promote", null)).ProblemAsync(404);
    }

    [Fact]
    public async Task A_repeated_request_changes_nothing()
    {
        await using var app = new App();
        var client = app.CreateClient();
        var first = await LiveAsync(client, null);
        app.PutModel("second");
        var second = await LiveAsync(client, first);
        app.PutModel("third");
        var third = await LiveAsync(client, second);

        var back = await SendAsync("rollback?note=worse", "back");
        var again = await SendAsync("rollback?note=worse", "back");
        Assert.Equal(second, (string?)(await back.JsonAsync())["version"]);
        Assert.Equal(await back.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(second, await LiveAsync(client, third));
        await (await SendAsync("rollback", "back")).ProblemAsync(422);

        // The model in service already: that it is, is the answer to this key, too.
        (await SendAsync($"{second}/promote", "stay")).EnsureSuccessStatusCode();
        (await SendAsync($"{third}/promote", "change")).EnsureSuccessStatusCode();
        Assert.Equal(second, (string?)(await (await SendAsync($"{second}/promote", "stay")).JsonAsync())["version"]);
        (await SendAsync($"{third}/promote", "change")).EnsureSuccessStatusCode();
        Assert.Equal(third, await LiveAsync(client, second));
        Assert.Equal(5, (await app.Services.GetRequiredService<IModelRegistry>().HistoryAsync()).Count);
        await (await SendAsync($"{second}/promote", "a b")).ProblemAsync(400);

        Task<HttpResponseMessage> SendAsync(string change, string key)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/models/{change}");
            request.Headers.Add("Idempotency-Key", key);
            return client.SendAsync(request);
        }
    }

    [Fact]
    public async Task The_live_model_says_how_it_can_be_asked()
    {
        await using var app = new App();
        var client = app.CreateClient();
        await LiveAsync(client, null);

        var live = await client.GetJsonAsync("/api/v1/models/live");

        Assert.Equal(["NORMAL", "PNEUMONIA"], live["classes"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["cam", "grad-cam", "rise"], live["methods"]!.AsArray().Select(name => (string?)name));
        Assert.Empty(live["omissions"]!.AsArray());
        app.PutModel(FakeInformation.Lacking);
        await app.UntilLiveAsync(FakeInformation.Lacking);
        var omission = (await client.GetJsonAsync("/api/v1/models/live"))["omissions"]!.AsArray().Single()!;
        Assert.Equal(("triage", "Too few patients were held out."), ((string?)omission["what"], (string?)omission["why"]));
        await using var missing = new App { HasModel = false };
        Assert.Equal("No model is in service.", await (await missing.CreateClient().GetAsync("/api/v1/models/live")).ProblemAsync(503));
    }

    /// <summary>Waits for another model than this to be in service and recorded.</summary>
    private static async Task<string?> LiveAsync(HttpClient client, string? other)
    {
        for (var patience = 300; ; patience--)
        {
            var live = ((await client.GetJsonAsync("/api/v1/models"))["models"] as JsonArray)?
                .SingleOrDefault(model => (bool)model!["live"]!)?["version"];
            if (((string?)live is { } version && version != other && (await client.GetAsync("/api/v1/models/live")).IsSuccessStatusCode)
                || patience == 0)
            {
                return (string?)live;
            }

            await Task.Delay(50);
        }
    }
}
