using System.Net;
using System.Text.Json.Nodes;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class JobsApiTests(App app) : IClassFixture<App>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task Several_files_become_studies_and_one_that_is_no_image_says_why()
    {
        var response = await _client.SendJobAsync(
            [("Größe.png", ApiClient.Image(1)), ("letter.txt", "text"u8.ToArray()), ("b.png", ApiClient.Image(2))], ["P-1", "P-2", "P-3"]);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var accepted = await response.JsonAsync();
        Assert.Equal("waiting", (string?)accepted["state"]);
        Assert.Equal($"/api/v1/jobs/{accepted["id"]}", response.Headers.Location?.ToString());
        var job = await _client.WaitForJobAsync(response.Headers.Location!);
        Assert.Equal(("done", 3, 2, 1), ((string?)job["state"], (int)job["total"]!, (int)job["done"]!, (int)job["failed"]!));
        Assert.Equal(["Größe.png", "letter.txt", "b.png"], job["files"]!.AsArray().Select(file => (string?)file!["fileName"]));
        Assert.Contains("cannot be taken as an X-ray", (string?)job["files"]![1]!["error"]);
        Assert.Null(job["files"]![1]!["study"]);
        var study = await _client.GetJsonAsync((string)job["files"]![2]!["study"]!);
        Assert.Equal(("b.png", "P-3"), ((string?)study["fileName"], (string?)study["patient"]));
        Assert.Equal(ApiClient.Image(2), await _client.GetByteArrayAsync((string)study["image"]!["url"]!));
    }

    [Fact]
    public async Task A_repeated_request_makes_no_second_job()
    {
        var first = await _client.SendJobAsync([("a.png", ApiClient.Image(3))], key: "job");
        var second = await _client.SendJobAsync([("a.png", ApiClient.Image(3))], key: "job");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        await (await _client.SendJobAsync([("b.png", ApiClient.Image(3))], key: "job")).ProblemAsync(422);
        await (await _client.PredictAsync(ApiClient.Image(3), "a.png", "job")).ProblemAsync(422);
    }

    [Fact]
    public async Task Without_a_model_the_files_wait_and_the_job_can_be_cancelled()
    {
        await using var missing = new App { HasModel = false };
        var other = missing.CreateClient();
        var address = (await other.SendJobAsync([("a.png", ApiClient.Image(4)), ("b.png", ApiClient.Image(5))])).Headers.Location!;

        Assert.Equal("waiting", (string?)(await other.GetJsonAsync(address.ToString()))["state"]);
        var cancelled = await (await other.DeleteAsync(address)).JsonAsync();
        Assert.Equal("cancelled", (string?)cancelled["state"]);
        Assert.All(cancelled["files"]!.AsArray(), file => Assert.Equal("cancelled", (string?)file!["state"]));
        Assert.Equal(HttpStatusCode.OK, (await other.DeleteAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_model_that_comes_later_finds_the_files_that_wait()
    {
        await using var late = new App { HasModel = false };
        var other = late.CreateClient();
        var address = (await other.SendJobAsync([("a.png", ApiClient.Image(6))])).Headers.Location!;

        late.PutModel("pneumonia");

        Assert.Equal(1, (int)(await other.WaitForJobAsync(address))["done"]!);
    }

    [Fact]
    public async Task A_job_that_is_done_cannot_be_cancelled()
    {
        var address = (await _client.SendJobAsync([("a.png", ApiClient.Image(7))])).Headers.Location!;
        await _client.WaitForJobAsync(address);

        Assert.Equal("The job is done already.", await (await _client.DeleteAsync(address)).ProblemAsync(409));
        Assert.Equal("There is no such job.", await (await _client.DeleteAsync("/api/v1/jobs/nowhere")).ProblemAsync(404));
        Assert.Equal("There is no such job.", await (await _client.GetAsync("/api/v1/jobs/nowhere")).ProblemAsync(404));
    }

    [Fact]
    public async Task The_list_is_paged_by_cursor()
    {
        await using var own = new App();
        var other = own.CreateClient();
        var ids = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, (string?)(await (await other.SendJobAsync([("a.png", ApiClient.Image(i))])).JsonAsync())["id"]);
        }

        var first = await other.GetJsonAsync("/api/v1/jobs?limit=2");
        var last = await other.GetJsonAsync($"/api/v1/jobs?limit=2&cursor={first["next"]}");

        Assert.Equal(ids, first["jobs"]!.AsArray().Concat(last["jobs"]!.AsArray()).Select(job => (string?)job!["id"]));
        Assert.Null(last["next"]);
        Assert.Contains("cursor", await (await other.GetAsync("/api/v1/jobs?cursor=x")).ProblemAsync(400));
        Assert.Contains("limit", await (await other.GetAsync("/api/v1/jobs?limit=201")).ProblemAsync(400));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told()
    {
        Assert.Contains("one image at least", await (await _client.SendJobAsync([], ["P"])).ProblemAsync(400));
        Assert.Contains("one patient for all", await (await _client.SendJobAsync(
            [("a.png", ApiClient.Image(8)), ("b.png", ApiClient.Image(9)), ("c.png", ApiClient.Image(9))], ["P", "Q"])).ProblemAsync(400));
        Assert.Contains("multipart", await (await _client.PostAsync("/api/v1/jobs", new StringContent("{}"))).ProblemAsync(415));
        Assert.Equal(
            "A job has at most 100 files.",
            await (await _client.SendJobAsync([.. Enumerable.Repeat(("a.png", ApiClient.Image(8)), 101)])).ProblemAsync(413));
        Assert.Equal("A file is larger than 64 MB.", await (await _client.SendJobAsync([("a.png", new byte[(64 << 20) + 1])])).ProblemAsync(413));
    }

    [Fact]
    public async Task A_full_queue_is_told_with_the_time_to_wait()
    {
        await using var small = new App { HasModel = false, Settings = { ["Jobs:MostWaiting"] = "2" } };
        var other = small.CreateClient();
        await other.SendJobAsync([("a.png", ApiClient.Image(1)), ("b.png", ApiClient.Image(2))]);

        var full = await other.SendJobAsync([("c.png", ApiClient.Image(3))]);

        Assert.Equal("2 files wait already; try again when there are fewer.", await full.ProblemAsync(503));
        Assert.Equal(TimeSpan.FromSeconds(30), full.Headers.RetryAfter?.Delta);
    }
}
