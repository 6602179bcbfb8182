using Pneumonia.Blazor.Monitoring.Cases;
using Pneumonia.Blazor.Monitoring.Comparison;
using Pneumonia.Blazor.Monitoring.Drift;

namespace Pneumonia.Blazor.Hosting;

internal static class MonitoringExtensions
{
    /// <summary>What the metrics page asks: models to compare, judged cases, drift.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services) => services
        .AddSingleton<ModelShelf>()
        .AddSingleton<JudgedCaseStore>()
        .AddSingleton<ArrivalStore>()
        .AddSingleton<DriftMonitor>();
}
