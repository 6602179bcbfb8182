using Pneumonia.Blazor.Monitoring.Comparison;

namespace Pneumonia.Blazor.Hosting;

internal static class MonitoringExtensions
{
    /// <summary>What the metrics page asks: models to compare.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services) => services
        .AddSingleton<ModelShelf>();
}
