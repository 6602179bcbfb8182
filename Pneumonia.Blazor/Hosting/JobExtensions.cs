using Pneumonia.Blazor.Jobs;

namespace Pneumonia.Blazor.Hosting;

internal static class JobExtensions
{
    /// <summary>What answers the files of jobs.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.Settings<JobOptions>(JobOptions.Section))
        .AddSingleton<JobSignal>()
        .AddSingleton<JobFileWork>()
        .AddHostedService<JobRunner>();
}
