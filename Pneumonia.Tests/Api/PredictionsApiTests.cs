using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class PredictionsApiTests(App app) : IClassFixture<App>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task An_image_is_answered_and_found_again_under_its_address()
    {
        var image = ApiClient.Image(1);

        var response = await _client.PredictAsync(image, "Größe.png", patient: "P-17");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var study = await response.JsonAsync();
        Assert.Equal("Größe.png", (string?)study["fileName"]);
        Assert.Equal("P-17", (string?)study["patient"]);
        Assert.Equal("new", (string?)study["status"]);
        Assert.StartsWith("pneumonia ", (string?)study["model"]);
        Assert.False((bool)study["refused"]!);
        Assert.Equal(["NORMAL", "PNEUMONIA"], study["classes"]!.AsArray().Select(entry => (string?)entry!["class"]));
        Assert.Equal(1, study["classes"]!.AsArray().Sum(entry => (double)entry!["probability"]!), 9);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(image)), (string?)study["image"]!["sha256"]);

        var again = await _client.GetJsonAsync(response.Headers.Location!.ToString());
        Assert.True(JsonNode.DeepEquals(study, again));
        var stored = await _client.GetAsync((string?)study["image"]!["url"]);
        Assert.Equal("image/png", stored.Content.Headers.ContentType?.MediaType);
        Assert.Equal(image, await stored.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_stores_nothing()
    {
        var first = await _client.PredictAsync(ApiClient.Image(2), key: "again");
        var second = await _client.PredictAsync(ApiClient.Image(2), key: "again");

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_key_does_not_serve_for_another_image()
    {
        await _client.PredictAsync(ApiClient.Image(3), key: "once");

        var problem = await (await _client.PredictAsync(ApiClient.Image(4), key: "once")).ProblemAsync(422);

        Assert.Equal("This Idempotency-Key was used for another request.", problem);
    }

    [Fact]
    public async Task What_cannot_be_answered_is_told_as_problem_details()
    {
        Assert.Contains("cannot be taken as an X-ray", await (await _client.PredictAsync("text"u8.ToArray())).ProblemAsync(422));
        Assert.Equal("Send one image, in the field 'file'.", await (await _client.PredictAsync(ApiClient.Image(5), field: "x")).ProblemAsync(400));
        Assert.Contains("1 to 255", await (await _client.PredictAsync(ApiClient.Image(5), key: "a b")).ProblemAsync(400));
        Assert.Contains("multipart", await (await _client.PostAsync("/api/v1/predictions", new StringContent("{}"))).ProblemAsync(415));
        await (await _client.GetAsync("/api/v1/nowhere")).ProblemAsync(404);
    }

    [Fact]
    public async Task A_form_that_is_no_form_is_told()
    {
        var content = new StringContent("nonsense");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        await (await _client.PostAsync("/api/v1/predictions", content)).ProblemAsync(400);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused() =>
        Assert.Equal(
            "The file is larger than 64 MB.",
            await (await _client.PredictAsync(new byte[(64 << 20) + (128 << 10)])).ProblemAsync(413));

    [Fact]
    public async Task Without_a_model_the_api_says_so()
    {
        await using var missing = new App { HasModel = false };

        Assert.Equal("No model is in service.", await (await missing.CreateClient().PredictAsync(ApiClient.Image(6))).ProblemAsync(503));
    }
}
