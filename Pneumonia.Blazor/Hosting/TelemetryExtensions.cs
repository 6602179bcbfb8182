using System.Diagnostics.Metrics;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pneumonia.Blazor.Measuring;

namespace Pneumonia.Blazor.Hosting;

internal static class TelemetryExtensions
{
    private const string Address = "/metrics";
    private const string Runtime = "System.Runtime";

    // What is left out is the same on every machine, or more than a reader wants to tell apart.
    private static readonly Dictionary<string, string[]> s_labels = new()
    {
        ["http.server.active_requests"] = ["http.request.method"],
        ["http.server.request.duration"] =
            ["aspnetcore.request.is_unhandled", "error.type", "http.request.method", "http.response.status_code", "http.route"],
    };

    /// <summary>Metrics for <c>/metrics</c>; where the settings name a collector, metrics and traces for that, too.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.Settings<TelemetryOptions>(TelemetryOptions.Section);
        services.AddSingleton(options).AddSingleton<PredictionMetrics>().AddSingleton<StateMetrics>().AddSingleton<QueueMetrics>();
        services.ConfigureOpenTelemetryMeterProvider((provider, metrics) =>
        {
            var factory = provider.GetRequiredService<IMeterFactory>();
            metrics.AddView(instrument => View(instrument, factory));
        });
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService("pneumonia", serviceVersion: typeof(TelemetryExtensions).Assembly.GetName().Version?.ToString(3))
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
                .AddMeter(PredictionMetrics.MeterName, "Microsoft.AspNetCore.Hosting", Runtime)
                .AddPrometheusExporter(prometheus =>
                {
                    prometheus.ScopeInfoEnabled = prometheus.TargetInfoEnabled = false;
                    prometheus.ScrapeResponseCacheDurationMilliseconds = 0;
                }));
        if (options.Sends)
        {
            telemetry
                .WithMetrics(metrics => metrics.AddOtlpExporter(collector => Send(collector, options, "metrics")))
                .WithTracing(traces => traces
                    .AddSource(Spans.SourceName)
                    .AddAspNetCoreInstrumentation(requests =>
                    {
                        requests.Filter = context => !IsAutomatic(context.Request.Path);

                        // What is searched for may be a patient's name.
                        requests.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null);
                    })
                    .AddOtlpExporter(collector => Send(collector, options, "traces")));
        }

        return services;
    }

    /// <summary><c>/metrics</c> for Prometheus. Who asks for a page, as browsers do, gets the page of that address.</summary>
    public static void UseMetrics(this IApplicationBuilder app)
    {
        // From here on its instruments are there to be read.
        app.ApplicationServices.GetRequiredService<StateMetrics>();
        app.ApplicationServices.GetRequiredService<QueueMetrics>();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(
            meterProvider: null,
            context => context.Request.Path == Address && HttpMethods.IsGet(context.Request.Method)
                && !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
            path: null,
            branch => branch.Use((context, next) =>
            {
                // One format for everybody: the other one that Prometheus would take has series of its own beside these.
                context.Request.Headers.Accept = "text/plain";
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers.Vary = "Accept";
                return next();
            }),
            optionsName: null);
    }

    private static MetricStreamConfiguration? View(Instrument instrument, IMeterFactory factory) =>
        // Other apps in the same process, as in tests, have factories of their own.
        instrument.Meter.Name != Runtime && instrument.Meter.Scope != factory ? MetricStreamConfiguration.Drop
        : s_labels.TryGetValue(instrument.Name, out var labels) ? new MetricStreamConfiguration { TagKeys = labels }
        : null;

    private static void Send(OtlpExporterOptions collector, TelemetryOptions options, string signal)
    {
        collector.Protocol = options.IsHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        collector.Endpoint = options.AddressOf(signal);
    }

    private static bool IsAutomatic(PathString path) => path == Address || path == "/healthz" || path == "/readyz";
}
