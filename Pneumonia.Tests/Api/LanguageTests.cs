using System.Net;
using System.Text.Json.Nodes;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

/// <summary>The API refuses in the language that a program asks for; what programs read stays as it is.</summary>
public sealed class LanguageTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData(null, "Not Found", "There is no such study.")]
    [InlineData("en", "Not Found", "There is no such study.")]
    [InlineData("fr", "Not Found", "There is no such study.")]
    [InlineData("de", "Nicht gefunden", "Diese Studie gibt es nicht.")]
    [InlineData("de-AT,de;q=0.9,en;q=0.5", "Nicht gefunden", "Diese Studie gibt es nicht.")]
    public async Task A_refusal_is_told_in_the_language_that_is_asked_for(string? accepted, string title, string detail)
    {
        var (status, problem) = await GetAsync("/api/v1/studies/none", accepted);

        Assert.Equal((HttpStatusCode.NotFound, 404), (status, (int)problem["status"]!));
        Assert.Equal((title, detail), ((string?)problem["title"], (string?)problem["detail"]));
    }

    [Fact]
    public async Task What_fills_a_sentence_stays_as_it_was_sent()
    {
        var (_, problem) = await GetAsync("/api/v1/studies?limit=1,5", "de");

        Assert.Equal("limit ist eine Zahl von 1 bis 200.", (string?)problem["detail"]);
    }

    [Fact]
    public async Task An_image_that_is_refused_says_why_in_that_language()
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "de");

        var answer = await client.PredictAsync("GIF89a"u8.ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            "Die Datei kann nicht als Röntgenaufnahme angenommen werden: das ist ein GIF, was nicht gelesen wird; sichern Sie die Aufnahme als PNG oder JPEG.",
            (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]);
    }

    [Fact]
    public async Task What_a_visitor_chose_for_the_pages_is_not_meant_for_programs()
    {
        var (_, problem) = await GetAsync("/api/v1/studies/none", null, "language=c%3Dde%7Cuic%3Dde");

        Assert.Equal("There is no such study.", (string?)problem["detail"]);
    }

    private async Task<(HttpStatusCode Status, JsonNode Problem)> GetAsync(string path, string? accepted, string? cookie = null)
    {
        var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
        {
            request.Headers.Add("Accept-Language", accepted);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
