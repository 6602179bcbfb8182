using System.Net;
using System.Text.Json.Nodes;
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
    public async Task The_live_model_says_how_it_can_be_asked()
    {
        await using var app = new App();
        var client = app.CreateClient();
        await LiveAsync(client, null);

        var live = await client.GetJsonAsync("/api/v1/models/live");

        Assert.Equal(["NORMAL", "PNEUMONIA"], live["classes"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["cam", "grad-cam", "rise"], live["methods"]!.AsArray().Select(name => (string?)name));
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
