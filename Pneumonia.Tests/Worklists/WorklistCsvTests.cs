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

    private static async Task<string[]> LinesAsync(TestStore store, StudyQuery query)
    {
        using var target = new MemoryStream();
        await WorklistCsv.WriteAsync(store.Get<IStudyStore>(), query, target);
        return Encoding.UTF8.GetString(target.ToArray()).TrimEnd().Split("\r\n");
    }
}
