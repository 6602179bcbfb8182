using System.Globalization;
using System.Text.RegularExpressions;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;

namespace Pneumonia.Tests.Measuring;

public sealed partial class MetricsTests
{
    // No part of it can stand in a measure by chance.
    private const string Patient = "patient-quodlibet";

    [Fact]
    public async Task What_is_measured_can_be_read_by_prometheus_and_says_nothing_of_patients()
    {
        await using var app = new App();
        var client = app.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            (await client.PredictAsync(ApiClient.Image(i), "smithers.png", patient: Patient)).EnsureSuccessStatusCode();
        }

        await client.PredictAsync("text"u8.ToArray());
        var text = await TextAsync(client);

        var series = Parse(text);
        const string Route = "http_request_method=\"POST\",http_response_status_code=\"{0}\",http_route=\"/api/v1/predictions\"";
        Assert.Equal(3, series[$"http_server_request_duration_seconds_count{{{string.Format(Route, 201)}}}"]);
        Assert.Equal(1, series.Single(one => one.Key.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal)
            && one.Key.Contains("\"422\"", StringComparison.Ordinal)).Value);
        Assert.Equal(3, series.Where(one => one.Key.StartsWith("pneumonia_predictions_total", StringComparison.Ordinal)).Sum(one => one.Value));
        Assert.Equal(3, series.Single(one => one.Key.StartsWith("pneumonia_score_count", StringComparison.Ordinal)).Value);
        Assert.Equal(3, series.Single(one => one.Key.StartsWith("pneumonia_score_bucket", StringComparison.Ordinal) && one.Key.Contains("+Inf")).Value);
        Assert.Equal(0, series["pneumonia_jobs_waiting"]);
        Assert.Equal(0, series["pneumonia_inference_queue_length"]);
        Assert.Equal(3, series["pneumonia_inference_queue_wait_seconds_count{priority=\"request\"}"]);
        Assert.Equal(1, series.Single(one => one.Key.StartsWith("pneumonia_model_info", StringComparison.Ordinal)).Value);
        Assert.True(series["dotnet_process_memory_working_set_bytes"] > 1e6);
        Assert.DoesNotContain("smithers", text);
        Assert.DoesNotContain(Patient, text);
    }

    [Fact]
    public async Task The_queue_and_a_lost_store_do_not_hide_the_rest()
    {
        await using var app = new App { HasModel = false };
        var client = app.CreateClient();
        await client.SendJobAsync([("a.png", ApiClient.Image(1)), ("b.png", ApiClient.Image(2))]);
        Assert.Equal(2, Parse(await TextAsync(client))["pneumonia_jobs_waiting"]);

        File.Delete(Path.Combine(app.Data, "pneumonia.db"));

        Assert.Contains("dotnet_process_memory_working_set_bytes", await TextAsync(client));
    }

    [Fact]
    public async Task A_model_that_another_took_the_place_of_stands_at_zero()
    {
        await using var app = new App();
        var client = app.CreateClient();
        Assert.Equal(1, Models(await TextAsync(client))["pneumonia"]);

        app.PutModel("newer");
        await app.UntilLiveAsync("newer");

        Assert.Equal(new Dictionary<string, double> { ["pneumonia"] = 0, ["newer"] = 1 }, Models(await TextAsync(client)));
    }

    [Theory]
    [InlineData("application/openmetrics-text;version=1.0.0,text/plain;q=0.5")]
    [InlineData("text/plain;version=1.0.0;escaping=allow-utf-8")]
    public async Task Whatever_a_collector_prefers_names_stay_as_they_are(string accepted)
    {
        await using var app = new App();
        var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accepted);

        var names = Parse(await TextAsync(client)).Keys;

        Assert.Contains("pneumonia_jobs_waiting", names);
        Assert.DoesNotContain(names, name => name.StartsWith("target_info", StringComparison.Ordinal)
            || name.Contains("otel_scope", StringComparison.Ordinal) || name.Contains("_created", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_gets_the_page_of_the_same_address()
    {
        await using var app = new App();
        var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");

        Assert.NotEqual("text/plain", (await app.CreateClient().SendAsync(request)).Content.Headers.ContentType?.MediaType);
    }

    private static async Task<string> TextAsync(HttpClient client)
    {
        var response = await client.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync();
    }

    private static Dictionary<string, double> Models(string text) => Parse(text)
        .Where(one => one.Key.StartsWith("pneumonia_model_info", StringComparison.Ordinal))
        .ToDictionary(one => one.Key.Split('"')[1], one => one.Value);

    /// <summary>Every line by the grammar of the format; within a histogram, buckets must not fall.</summary>
    private static Dictionary<string, double> Parse(string text)
    {
        var (series, types) = (new Dictionary<string, double>(), new HashSet<string>());
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                Assert.Matches("^# (HELP [a-z0-9_]+ .+|TYPE [a-z0-9_]+ (counter|gauge|histogram))$", line);
                Assert.True(types.Add(line.Split(' ')[1] + line.Split(' ')[2]), $"{line}: twice.");
                continue;
            }

            var sample = Sample().Match(line);
            Assert.True(sample.Success, line);
            series.Add(sample.Groups[1].Value.Replace("{}", string.Empty, StringComparison.Ordinal), double.Parse(sample.Groups[2].Value, CultureInfo.InvariantCulture));
        }

        var buckets = series.Where(one => one.Key.Contains("_bucket{", StringComparison.Ordinal))
            .GroupBy(one => one.Key[..one.Key.IndexOf("le=", StringComparison.Ordinal)]);
        Assert.All(buckets, one => Assert.Equal(one.Select(bucket => bucket.Value).Order(), one.Select(bucket => bucket.Value)));
        return series;
    }

    [GeneratedRegex("""^([a-z][a-z0-9_]*(?:\{(?:[a-z0-9_]+="(?:[^"\\]|\\.)*",?)*\})?) (-?[0-9.]+(?:E[+-]?[0-9]+)?|[+-]Inf|NaN)$""")]
    private static partial Regex Sample();
}
