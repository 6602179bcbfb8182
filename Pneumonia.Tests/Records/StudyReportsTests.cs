using System.Net;
using System.Net.Http.Json;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Records;

/// <summary>The report on a stored study, which no tab has open.</summary>
public sealed class StudyReportsTests
{
    [Fact]
    public async Task The_report_on_a_stored_study_tells_the_answer_and_what_clinicians_said()
    {
        await using var app = new App();
        var client = app.CreateClient();
        var study = await KeepAsync(client);
        await client.PostAsJsonAsync($"/api/v1/studies/{study}/readings", new { label = "NORMAL", blind = true });
        await client.PostAsJsonAsync($"/api/v1/studies/{study}/notes", new { text = "Compare with last year's." });

        var response = await client.GetAsync($"/studies/{study}/report");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.True(response.Headers.CacheControl?.NoStore);
        var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        foreach (var part in new[] { "<html lang=\"en\">", "Chest X-ray report", "kept.png", "P-7", "Compare with last year's.", "<strong>Normal</strong>", "class=\"overlay\"" })
        {
            Assert.Contains(part, html);
        }
    }

    [Fact]
    public async Task What_another_model_has_answered_is_reported_without_a_saliency_layer()
    {
        await using var app = new App();
        var client = app.CreateClient();
        var study = await KeepAsync(client);
        app.PutModel("newer");
        await app.UntilLiveAsync("newer");

        var html = await client.GetStringAsync($"/studies/{study}/report");

        Assert.DoesNotContain("class=\"overlay\"", html);
        Assert.Contains("kept.png", html);
    }

    [Fact]
    public async Task Where_readers_are_asked_first_the_report_on_a_study_nobody_has_read_is_refused()
    {
        await using var app = new App { Settings = { ["Diagnosis:BlindReading"] = "true" } };
        var client = app.CreateClient();
        var study = await KeepAsync(client);

        var refused = await client.GetAsync($"/studies/{study}/report");
        Assert.Equal((HttpStatusCode.Conflict, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Nobody has read this X-ray yet", html);
        Assert.Contains($"href=\"../../diagnose/{study}\"", html);
        Assert.DoesNotContain("likely", html);

        await client.PostAsJsonAsync($"/api/v1/studies/{study}/readings", new { label = "NORMAL", blind = true });
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/studies/{study}/report")).StatusCode);
    }

    [Fact]
    public async Task A_report_that_cannot_be_had_says_why()
    {
        await using var app = new App();
        var client = app.CreateClient();
        var study = await KeepAsync(client);
        Directory.Delete(Path.Combine(app.Data, "images"), recursive: true);

        var lost = await client.GetAsync($"/studies/{study}/report");

        Assert.Equal(HttpStatusCode.InternalServerError, lost.StatusCode);
        Assert.Contains("is missing or cannot be read.", await lost.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/studies/nowhere/report")).StatusCode);
    }

    private static async Task<string?> KeepAsync(HttpClient client) =>
        (string?)(await (await client.PredictAsync(ApiClient.Image(1), "kept.png", patient: "P-7")).JsonAsync())["id"];
}
