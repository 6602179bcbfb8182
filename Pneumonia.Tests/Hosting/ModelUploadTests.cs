using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Storage.Registry;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Hosting;

public sealed class ModelUploadTests : IClassFixture<App>, IDisposable
{
    private static readonly byte[] s_zip = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    private readonly App _app;
    private readonly string _token;
    private readonly TaskCompletionSource<(string Name, byte[] Bytes)> _arrived = new();
    private int _count;

    public ModelUploadTests(App app)
    {
        _app = app;
        _token = Models.Add(new IncomingModel(async (zip, name) =>
        {
            await using (zip)
            {
                using var whole = new MemoryStream();
                await zip.CopyToAsync(whole);
                _count++;
                _arrived.TrySetResult((name, whole.ToArray()));
            }
        }));
    }

    private IncomingModels Models => _app.Services.GetRequiredService<IncomingModels>();

    public void Dispose() => Models.Remove(_token);

    [Fact]
    public async Task Parts_that_come_again_or_too_early_change_nothing_and_the_whole_arrives_once()
    {
        Assert.Equal("400", await SendAsync("a", 0, s_zip[..400]));
        Assert.Equal("400", await SendAsync("a", 0, s_zip[..400]));
        Assert.Equal("400", await SendAsync("a", 900, s_zip[900..]));
        Assert.Equal(0, _count);
        Assert.Equal("1000", await SendAsync("a", 400, s_zip[400..]));
        Assert.Equal("1000", await SendAsync("a", 400, s_zip[400..]));

        var (name, bytes) = await _arrived.Task;
        Assert.Equal("Modell Ä.zip", name);
        Assert.Equal(s_zip, bytes);
        Assert.Equal(1, _count);
    }

    [Fact]
    public async Task Another_file_takes_the_place_of_one_that_was_given_up()
    {
        Assert.Equal("400", await SendAsync("a", 0, s_zip[..400]));
        Assert.Equal("1000", await SendAsync("b", 0, s_zip));

        Assert.Equal(s_zip, (await _arrived.Task).Bytes);
    }

    [Fact]
    public async Task No_more_is_taken_than_was_announced()
    {
        Assert.Equal("1000", await SendAsync("a", 0, [.. s_zip, 1, 2, 3]));

        Assert.Equal(s_zip, (await _arrived.Task).Bytes);
    }

    [Fact]
    public async Task Who_does_not_know_the_token_or_comes_after_the_page_has_closed_is_turned_away()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("guessed", "a", 1000, 0, s_zip)).StatusCode);

        Models.Remove(_token);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(_token, "a", 1000, 0, s_zip)).StatusCode);
        Assert.Equal(0, _count);
    }

    [Theory]
    [InlineData(-1L, 0, HttpStatusCode.BadRequest)]
    [InlineData(1000L, -1, HttpStatusCode.BadRequest)]
    [InlineData(null, 0, HttpStatusCode.BadRequest)]
    [InlineData(ModelZipLimits.Bytes + 1, 0, HttpStatusCode.RequestEntityTooLarge)]
    public async Task What_cannot_be_or_is_too_much_is_refused(long? length, long offset, HttpStatusCode status) =>
        Assert.Equal(status, (await PostAsync(_token, "a", length, offset, s_zip)).StatusCode);

    private async Task<string> SendAsync(string key, long offset, byte[] part)
    {
        var response = await PostAsync(_token, key, s_zip.Length, offset, part);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(string token, string key, long? length, long offset, byte[] part)
    {
        using var client = _app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"model-uploads/{token}") { Content = new ByteArrayContent(part) };
        request.Headers.Add("Upload-Key", key);
        request.Headers.Add("Upload-Name", Uri.EscapeDataString("Modell Ä.zip"));
        request.Headers.Add("Upload-Offset", $"{offset}");
        if (length is not null)
        {
            request.Headers.Add("Upload-Length", $"{length}");
        }

        return await client.SendAsync(request);
    }
}
