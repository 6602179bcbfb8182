using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Storage.Corrections;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class FeedbackApiTests(App app) : IClassFixture<App>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task A_reading_a_correction_and_a_remark_are_found_again()
    {
        var study = await StudyAsync(1);

        var reading = await _client.PostAsJsonAsync($"{study}/readings", new { label = "NORMAL", blind = true, note = " clear lungs " });
        Assert.Equal("read", (string?)(await _client.GetJsonAsync(study))["status"]);
        var correction = await _client.PostAsJsonAsync($"{study}/corrections", new { label = "NORMAL" });
        Assert.Equal("corrected", (string?)(await _client.GetJsonAsync(study))["status"]);
        var note = await _client.PostAsJsonAsync($"{study}/notes", new { text = "Compare with last year's." });

        Assert.All([reading, correction, note], response => Assert.Equal(HttpStatusCode.Created, response.StatusCode));
        Assert.Equal($"{study}/readings", reading.Headers.Location?.ToString());
        var read = (await _client.GetJsonAsync($"{study}/readings"))["readings"]![0]!;
        Assert.True(JsonNode.DeepEquals(await reading.JsonAsync(), read));
        Assert.Equal(("NORMAL", true, "clear lungs"), ((string?)read["label"], (bool)read["blind"]!, (string?)read["note"]));
        Assert.True(JsonNode.DeepEquals(await correction.JsonAsync(), (await _client.GetJsonAsync($"{study}/corrections"))["corrections"]![0]));
        Assert.True(JsonNode.DeepEquals(await note.JsonAsync(), (await _client.GetJsonAsync($"{study}/notes"))["notes"]![0]));
    }

    [Theory]
    [InlineData("readings", "{\"label\":\"NORMAL\"}", "{\"label\":\"PNEUMONIA\"}")]
    [InlineData("corrections", "{\"label\":\"NORMAL\"}", "{\"label\":\"PNEUMONIA\"}")]
    [InlineData("notes", "{\"text\":\"once\"}", "{\"text\":\"twice\"}")]
    public async Task A_repeated_request_stores_nothing(string list, string body, string other)
    {
        var study = await StudyAsync(2);
        var first = await PostAsync($"{study}/{list}", body, $"key-{list}");
        var second = await PostAsync($"{study}/{list}", body, $"key-{list}");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Single((await _client.GetJsonAsync($"{study}/{list}"))[list]!.AsArray());
        await (await PostAsync($"{study}/{list}", other, $"key-{list}")).ProblemAsync(422);
    }

    [Fact]
    public async Task A_list_is_paged_by_cursor()
    {
        var study = await StudyAsync(3);
        foreach (var text in new[] { "one", "two", "three" })
        {
            await _client.PostAsJsonAsync($"{study}/notes", new { text });
        }

        var first = await _client.GetJsonAsync($"{study}/notes?limit=2");
        var last = await _client.GetJsonAsync($"{study}/notes?limit=2&cursor={first["next"]}");

        Assert.Equal(
            ["one", "two", "three"],
            first["notes"]!.AsArray().Concat(last["notes"]!.AsArray()).Select(note => (string?)note!["text"]));
        Assert.Null(last["next"]);
        await (await _client.GetAsync($"{study}/notes?cursor=x")).ProblemAsync(400);
    }

    [Fact]
    public async Task Corrections_taken_back_between_two_pages_move_nothing()
    {
        var study = await StudyAsync(5);
        foreach (var note in new[] { "one", "two", "three" })
        {
            await _client.PostAsJsonAsync($"{study}/corrections", new { label = "NORMAL", note });
        }

        var first = await _client.GetJsonAsync($"{study}/corrections?limit=2");
        var store = app.Services.GetRequiredService<ICorrectionStore>();
        Assert.True(await store.UndoAsync(study.Split('/')[^1]) && await store.UndoAsync(study.Split('/')[^1]));
        Assert.Empty((await _client.GetJsonAsync($"{study}/corrections?limit=2&cursor={first["next"]}"))["corrections"]!.AsArray());
        await _client.PostAsJsonAsync($"{study}/corrections", new { label = "NORMAL", note = "four" });
        var last = await _client.GetJsonAsync($"{study}/corrections?limit=2&cursor={first["next"]}");

        Assert.Equal(["one", "two"], first["corrections"]!.AsArray().Select(correction => (string?)correction!["note"]));
        Assert.Equal(["four"], last["corrections"]!.AsArray().Select(correction => (string?)correction!["note"]));
        Assert.Null(last["next"]);
        await (await _client.GetAsync($"{study}/corrections?cursor=1")).ProblemAsync(400);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_told()
    {
        var study = await StudyAsync(4);
        Assert.Equal("label is one of NORMAL, PNEUMONIA.", await (await PostAsync($"{study}/readings", "{\"label\":\"x\"}")).ProblemAsync(400));
        Assert.Equal("text is missing.", await (await PostAsync($"{study}/notes", "{}")).ProblemAsync(400));
        Assert.Contains("/openapi/v1.json", await (await PostAsync($"{study}/notes", "{")).ProblemAsync(400));
        Assert.Contains("application/json", await (await _client.PostAsync($"{study}/notes", new StringContent("text"))).ProblemAsync(415));
        Assert.Contains("4000", await (await _client.PostAsJsonAsync($"{study}/notes", new { text = new string('x', 4001) })).ProblemAsync(400));
        foreach (var list in new[] { "readings", "corrections", "notes" })
        {
            Assert.Equal("There is no such study.", await (await _client.GetAsync($"/api/v1/studies/nowhere/{list}")).ProblemAsync(404));
            await (await PostAsync($"/api/v1/studies/nowhere/{list}", "{\"label\":\"NORMAL\",\"text\":\"x\"}")).ProblemAsync(404);
        }
    }

    private async Task<string> StudyAsync(int seed) => (await _client.PredictAsync(ApiClient.Image(seed))).Headers.Location!.ToString();

    private Task<HttpResponseMessage> PostAsync(string address, string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, null, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return _client.SendAsync(request);
    }
}
