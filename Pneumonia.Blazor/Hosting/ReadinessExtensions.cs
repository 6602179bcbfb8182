using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Pneumonia.Blazor.Serving;

namespace Pneumonia.Blazor.Hosting;

internal static class ReadinessExtensions
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StorageHealthCheck>("storage")
            .AddCheck<ModelHealthCheck>("model");
        return services;
    }

    /// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can also store and answer for an X-ray; if not, 503 and why.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/readyz", new HealthCheckOptions
        {
            ResponseWriter = (context, report) =>
            {
                var reasons = report.Entries.Values.Select(entry => entry.Description).OfType<string>().ToList();
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync(reasons.Count == 0 ? "Ready" : $"Not ready: {string.Join(' ', reasons)}");
            },
        });
    }
}
