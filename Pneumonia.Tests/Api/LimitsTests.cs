using System.Net;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class LimitsTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("GET", "/api/v1/predictions", "POST")]
    [InlineData("HEAD", "/api/v1/predictions", "POST")]
    [InlineData("PUT", "/api/v1/studies", "GET")]
    [InlineData("POST", "/api/v1/models/live", "GET")]
    [InlineData("PATCH", "/api/v1/jobs/1", "DELETE")]
    public async Task A_wrong_method_is_told_from_a_wrong_address(string method, string address, string allowed)
    {
        var response = await app.CreateClient().SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains(allowed, response.Content.Headers.Allow);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_the_pages_stay_open()
    {
        await using var busy = new App { Settings = { ["Api:RequestsPerMinute"] = "3" } };
        var client = busy.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/studies")).StatusCode);
        }

        var refused = await client.GetAsync("/api/v1/studies");

        Assert.Equal("More than 3 requests in a minute came from this address.", await refused.ProblemAsync(429));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/model")).StatusCode);
    }
}
