using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Tests.Api;

/// <summary>A client of the HTTP API.</summary>
internal static class ApiClient
{
    private const int Side = 64;

    /// <summary>A grey PNG of noise, another for every seed.</summary>
    public static byte[] Image(int seed)
    {
        var pixels = new byte[Side * Side];
        new Random(seed).NextBytes(pixels);
        return ImageEncoder.GreyPng(Side, Side, pixels);
    }

    public static Task<HttpResponseMessage> PredictAsync(
        this HttpClient client, byte[] image, string name = "chest.png", string? key = null, string field = "file", string? patient = null,
        string query = "")
    {
        var file = new ByteArrayContent(image);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        var form = new MultipartFormDataContent { { file, field, name } };
        if (patient is not null)
        {
            form.Add(new StringContent(patient), "patient");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/predictions{query}") { Content = form };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> SendJobAsync(
        this HttpClient client, IReadOnlyList<(string Name, byte[] Image)> files, IReadOnlyList<string>? patients = null, string? key = null)
    {
        var form = new MultipartFormDataContent("----of-the-test");
        foreach (var (name, image) in files)
        {
            form.Add(new ByteArrayContent(image), "file", name);
        }

        foreach (var patient in patients ?? [])
        {
            form.Add(new StringContent(patient), "patient");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/jobs") { Content = form };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return client.SendAsync(request);
    }

    /// <summary>Asks for a job until none of its files waits.</summary>
    public static async Task<JsonObject> WaitForJobAsync(this HttpClient client, Uri address)
    {
        for (var patience = 600; ; patience--)
        {
            var job = await client.GetJsonAsync(address.ToString());
            if ((string?)job["state"] is "done" or "cancelled" || patience == 0)
            {
                return job;
            }

            await Task.Delay(50);
        }
    }

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    public static async Task<JsonObject> GetJsonAsync(this HttpClient client, string address) =>
        JsonNode.Parse(await client.GetStringAsync(address))!.AsObject();

    /// <summary>Asserts problem details (RFC 9457) and returns their detail.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.JsonAsync();
        Assert.Equal(status, (int?)problem["status"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        return (string?)problem["detail"] ?? string.Empty;
    }
}
