using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pneumonia.Blazor.Serving;

/// <summary>Whether a model is in service.</summary>
internal sealed class ModelHealthCheck(LiveModel model) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(model.Information is null
            ? HealthCheckResult.Unhealthy("No model is in service.")
            : HealthCheckResult.Healthy());
}
