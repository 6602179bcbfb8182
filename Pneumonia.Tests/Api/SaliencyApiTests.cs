using System.Text.Json.Nodes;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class SaliencyApiTests(App app) : IClassFixture<App>
{
    private static readonly byte[] s_pngSignature = [0x89, .. "PNG"u8];

    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task An_overlay_comes_with_the_answer_where_it_is_asked_for()
    {
        var plain = await SendAsync(string.Empty);
        var explained = (await SendAsync("?saliency=true"))["saliency"]!;
        var measured = (await SendAsync("?method=grad-cam"))["saliency"]!;

        Assert.Null(plain["saliency"]);
        Assert.Equal(("PNEUMONIA", "fake"), ((string?)explained["class"], (string?)explained["method"]));
        Assert.Null(explained["reliable"]);
        Assert.Equal(s_pngSignature, Convert.FromBase64String((string)explained["overlay"]!)[..4]);
        Assert.Equal("grad-cam", (string?)measured["method"]);
        Assert.False((bool)measured["reliable"]!);
        Assert.NotEmpty(measured["reasons"]!.AsArray());
    }

    [Fact]
    public async Task The_overlay_of_a_stored_study_is_a_picture()
    {
        var study = (string)(await SendAsync(string.Empty))["id"]!;

        var plain = await _client.GetAsync($"/api/v1/studies/{study}/saliency");
        var measured = await _client.GetAsync($"/api/v1/studies/{study}/saliency?method=cam");

        Assert.Equal("image/png", plain.Content.Headers.ContentType?.MediaType);
        Assert.Equal(s_pngSignature, (await plain.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Equal(["fake"], plain.Headers.GetValues("Saliency-Method"));
        Assert.False(plain.Headers.Contains("Saliency-Reliable"));
        Assert.Equal(["true"], measured.Headers.GetValues("Saliency-Reliable"));
        Assert.True(plain.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Another_model_does_not_explain_the_answer_of_the_one_before()
    {
        await using var own = new App();
        var other = own.CreateClient();
        var study = (await other.PredictAsync(ApiClient.Image(1))).Headers.Location!;
        own.PutModel("newer");
        await own.UntilLiveAsync("newer");

        Assert.Contains("cannot explain it", await (await other.GetAsync($"{study}/saliency")).ProblemAsync(409));
    }

    [Theory]
    [InlineData("?method=x", "method is one of cam, grad-cam, rise.")]
    [InlineData("?saliency=yes", "saliency is true or false.")]
    [InlineData("?saliency=false&method=cam", "With saliency=false there is nothing for a method to explain.")]
    public async Task A_wrong_question_is_told_in_a_sentence(string query, string sentence) =>
        Assert.Equal(sentence, await (await _client.PredictAsync(ApiClient.Image(1), query: query)).ProblemAsync(400));

    private async Task<JsonObject> SendAsync(string query) => await (await _client.PredictAsync(ApiClient.Image(1), query: query)).JsonAsync();
}
