using Pneumonia.Blazor.Measuring;

namespace Pneumonia.Blazor.Hosting;

internal static class MetricsExtensions
{
    private const string Address = "/metrics";

    public static IServiceCollection AddAppMetrics(this IServiceCollection services) => services
        .AddSingleton<PredictionMetrics>()
        .AddSingleton<MetricCollector>()
        .AddSingleton<MetricsText>();

    /// <summary><c>/metrics</c> for Prometheus. Who asks for a page, as browsers do, gets the page of that address.</summary>
    public static void UseMetricsText(this IApplicationBuilder app)
    {
        // From here on it listens.
        var text = app.ApplicationServices.GetRequiredService<MetricsText>();
        app.UseWhen(
            context => context.Request.Path == Address && HttpMethods.IsGet(context.Request.Method)
                && !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
            branch => branch.Run(async context =>
            {
                context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers.Vary = "Accept";
                await context.Response.WriteAsync(await text.WriteAsync());
            }));
    }
}
