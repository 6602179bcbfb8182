using System.Net;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Api;

public sealed class AgeApiTests(App app) : IClassFixture<App>
{
    private readonly HttpClient _client = app.CreateClient();

    [Theory]
    [InlineData("131")]
    [InlineData("-1")]
    [InlineData("3.5")]
    [InlineData("old")]
    public async Task What_is_no_age_is_refused(string age)
    {
        var response = await SendAsync(age);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("An age is a whole number of years from 0 to 130.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_makes_no_difference_takes_an_age_and_tells_no_population()
    {
        var study = await (await SendAsync("42")).JsonAsync();

        Assert.True(study.ContainsKey("population"));
        Assert.Null(study["population"]);
    }

    private Task<HttpResponseMessage> SendAsync(string age) => _client.PostAsync("/api/v1/predictions", new MultipartFormDataContent
    {
        { new ByteArrayContent(ApiClient.Image(1)), "file", "chest.png" },
        { new StringContent(age), "age" },
    });
}
