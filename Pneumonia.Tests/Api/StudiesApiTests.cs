using System.Text.Json.Nodes;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class StudiesApiTests(App app) : IClassFixture<App>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task The_list_is_paged_by_cursor_and_narrowed_by_filters()
    {
        var ids = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, (string?)(await (await _client.PredictAsync(ApiClient.Image(i), $"paged-{i}.png")).JsonAsync())["id"]);
        }

        var (seen, cursor) = (new List<string?>(), string.Empty);
        do
        {
            var page = await _client.GetJsonAsync($"/api/v1/studies?limit=2&text=PAGED&status=new{cursor}");
            seen.AddRange(page["studies"]!.AsArray().Select(study => (string?)study!["id"]));
            cursor = (string?)page["next"] is { } next ? $"&cursor={next}" : null;
        }
        while (cursor is not null);

        Assert.Equal(ids, seen);
        Assert.Empty((JsonArray)(await _client.GetJsonAsync("/api/v1/studies?text=paged&status=read"))["studies"]!);
        Assert.NotEmpty((JsonArray)(await _client.GetJsonAsync("/api/v1/studies?sort=urgency"))["studies"]!);
    }

    [Fact]
    public async Task A_study_tells_its_triage_and_what_such_a_score_has_meant_and_is_found_by_it()
    {
        await using var triaging = new App { HasModel = false };
        triaging.PutModel(FakeInformation.Triaging);
        using var other = triaging.CreateClient();

        // Noise is alike on both sides: a score of about 0.23.
        var study = await (await other.PredictAsync(ApiClient.Image(7), "noise.png")).JsonAsync();

        Assert.Equal("cannotSay", (string?)study["triage"]);
        Assert.Equal("soon", (string?)study["urgency"]);
        Assert.Equal(31, (int?)study["meaning"]!["images"]);
        Assert.Null(study["meaning"]!["per100"]);
        Assert.Single((JsonArray)(await other.GetJsonAsync("/api/v1/studies?triage=cannotSay"))["studies"]!);
        Assert.Empty((JsonArray)(await other.GetJsonAsync("/api/v1/studies?triage=ruleOut"))["studies"]!);
    }

    [Theory]
    [InlineData("limit=0", "limit is a number from 1 to 200.")]
    [InlineData("limit=x", "limit is a number from 1 to 200.")]
    [InlineData("sort=name", "sort is one of urgency, time, score.")]
    [InlineData("status=1", "status is one of new, read, corrected, refused.")]
    [InlineData("triage=rulein", "triage is one of ruleOut, cannotSay, ruleIn.")]
    [InlineData("cursor=x", "The cursor is none of this list's; start again without it.")]
    public async Task A_wrong_question_is_told_in_a_sentence(string query, string sentence) =>
        Assert.Equal(sentence, await (await _client.GetAsync($"/api/v1/studies?{query}")).ProblemAsync(400));

    [Theory]
    [InlineData("/api/v1/studies/nowhere")]
    [InlineData("/api/v1/studies/nowhere/image")]
    public async Task A_study_that_is_not_there_is_told(string address) =>
        Assert.Equal("There is no such study.", await (await _client.GetAsync(address)).ProblemAsync(404));

    [Fact]
    public async Task Patients_are_kept_by_no_cache() =>
        Assert.True((await _client.GetAsync("/api/v1/studies")).Headers.CacheControl?.NoStore);
}
