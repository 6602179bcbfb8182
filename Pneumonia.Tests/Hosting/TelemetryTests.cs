using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using Pneumonia.Tests.Api;
using Pneumonia.Tests.Blazor;
using Pneumonia.Tests.Measuring;

namespace Pneumonia.Tests.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_that_is_named_gets_metrics_and_traces_and_nothing_of_patients()
    {
        await using var collector = await Collector.StartAsync();
        await using (var app = new App
        {
            Settings = { ["Telemetry:OtlpEndpoint"] = collector.Address, ["Telemetry:OtlpProtocol"] = "http/protobuf" },
        })
        {
            var client = app.CreateClient();
            (await client.PredictAsync(ApiClient.Image(1), "smithers.png", patient: "patient-quodlibet", query: "?saliency=true&note=burns"))
                .EnsureSuccessStatusCode();
            await client.GetAsync("/healthz");

            // Metrics are sent every minute; traces that wait, when the app ends. That Prometheus asks for its own counts as a failure.
            app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        var (traces, metrics) = (collector.Text("/v1/traces"), collector.Text("/v1/metrics"));
        Assert.All(["decode", "inference", "store", "/api/v1/predictions", "pneumonia"], word => Assert.Contains(word, traces));
        Assert.All(["pneumonia.predictions", "pneumonia.jobs.waiting", "dotnet.gc.collections"], word => Assert.Contains(word, metrics));
        Assert.All(["smithers", "quodlibet", "burns", "url.query", "note="], word => Assert.DoesNotContain(word, traces + metrics));
        Assert.DoesNotContain("/healthz", traces);
    }
}
