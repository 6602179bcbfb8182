using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Pneumonia.Blazor.Storage.Studies;
using Pneumonia.Blazor.Worklists;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Storage;

namespace Pneumonia.Tests.Worklists;

[Collection(StorageCollection.Name)]
public sealed class WorklistCsvTests(PostgresServer postgres)
{
    [Fact]
    public async Task All_pages_of_what_is_asked_for_are_written_in_order()
    {
        using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, postgres);
        for (var i = 0; i < StudyQuery.MostPerPage + 3; i++)
        {
            await store.KeepAsync($"{i}.png", score: i % 2);
        }

        var lines = await LinesAsync(store, new StudyQuery { Sort = StudySort.Time, Limit = 1 });

        Assert.StartsWith("\uFEFFid,received,status,urgency,patient,file,synthetic,verdict,probability,threshold,triage,refused,model", lines[0]);
        Assert.Equal(
            Enumerable.Range(0, StudyQuery.MostPerPage + 3).Reverse().Select(i => $"{i}.png"), lines[1..].Select(line => line.Split(',')[5]));
        Assert.Contains(",new,routine,,0.png,no,NORMAL,0.0000,0.4100,,no,", lines[^1]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("O'Neill", "\"O'Neill\"")]
    [InlineData("plain", "plain")]
    public async Task No_cell_is_taken_for_a_formula_or_for_several(string patient, string cell)
    {
        using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, postgres);
        await store.KeepAsync("a.png", patient: patient);

        var lines = await LinesAsync(store, new StudyQuery());

        Assert.Contains($",new,soon,{cell},a.png,", lines[1]);
    }

    [Fact]
    public async Task Read_blind_the_answer_for_what_nobody_has_read_is_in_no_cell_and_no_filter_or_order_tells_it()
    {
        using var store = await TestStore.CreateAsync(DatabaseKind.Sqlite, postgres);
        await store.KeepAsync("a.png", score: 0.1);
        await store.KeepAsync("b.png", score: 0.9);
        await store.KeepAsync("refused.png", score: 0.9, refused: true);
        var read = await store.KeepAsync("read.png", score: 0.8);
        await store.Get<IStudyStore>().MarkReadAsync([read.Id]);

        var lines = await LinesAsync(store, new StudyQuery { Sort = StudySort.Score, Urgency = Urgency.Urgent }, blind: true);

        Assert.Equal(["b.png", "read.png", "refused.png", "a.png"], lines[1..].Select(line => line.Split(',')[5]));
        Assert.Contains(",new,,,b.png,no,hidden until read,,0.4100,,no,", lines[1]);
        Assert.Contains(",read,urgent,,read.png,no,PNEUMONIA,0.8000,0.4100,,no,", lines[2]);
        Assert.Contains(",refused,,,refused.png,no,hidden until read,,0.4100,,yes,", lines[3]);
    }

    [Theory]
    [InlineData("true", "false", true)]
    [InlineData("false", "true", true)]
    [InlineData("false", "false", false)]
    public async Task The_file_hides_answers_where_the_app_is_set_to_it_or_the_tab_reads_blind(string app, string tab, bool hidden)
    {
        await using var host = new App { Settings = { ["Diagnosis:BlindReading"] = app } };
        var client = host.CreateClient();
        await client.PredictAsync(ApiClient.Image(1), "kept.png");
        var token = Regex.Match(await client.GetStringAsync("/"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

        var response = await client.PostAsync("/worklist.csv", Form(("__RequestVerificationToken", token), ("Sort", "Urgency"), ("Blind", tab)));

        Assert.Equal(hidden, (await response.Content.ReadAsStringAsync()).Contains("hidden until read"));
    }

    [Fact]
    public async Task It_is_saved_by_a_form_of_the_page_alone_and_kept_by_no_cache()
    {
        await using var app = new App();
        var client = app.CreateClient();
        await client.PredictAsync(ApiClient.Image(1), "kept.png");
        await client.PredictAsync(ApiClient.Image(2), "other.png");
        var token = Regex.Match(await client.GetStringAsync("/"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

        var response = await client.PostAsync("/worklist.csv", Form(("__RequestVerificationToken", token), ("Sort", "Time"), ("Text", "KEPT")));

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^worklist-.*\\.csv$", response.Content.Headers.ContentDisposition?.FileName);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("kept.png", text);
        Assert.DoesNotContain("other.png", text);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/worklist.csv", Form(("Sort", "Time")))).StatusCode);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<string[]> LinesAsync(TestStore store, StudyQuery query, bool blind = false)
    {
        using var target = new MemoryStream();
        await WorklistCsv.WriteAsync(store.Get<IStudyStore>(), query, blind, target);
        return Encoding.UTF8.GetString(target.ToArray()).TrimEnd().Split("\r\n");
    }
}
