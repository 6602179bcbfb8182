using Microsoft.Extensions.DependencyInjection.Extensions;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Serving;
using Pneumonia.Core.Serving;
using Pneumonia.Core.Serving.Pool;
using Pneumonia.Core.Serving.Queue;

namespace Pneumonia.Blazor.Hosting;

internal static class ServingExtensions
{
    private const string QueueSection = "Inference";

    public static IServiceCollection AddModelServing(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.Settings<ModelOptions>(ModelOptions.Section);
        var source = new ModelSource(Path.GetFullPath(options.Path, environment.ContentRootPath), options.Watch);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IModelLoader, PneumoniaModelLoader>();
        return services
            .AddSingleton(source)

            // Its file until the keeper says otherwise, who does the watching, too.
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<ModelSlot>(provider, source.Path))
            .AddSingleton(configuration.Settings<InferenceQueueOptions>(QueueSection))
            .AddSingleton<InferenceQueue>()
            .AddSingleton<LiveModel>()
            .AddSingleton<LiveFile>()
            .AddSingleton<ModelLibrary>()
            .AddSingleton<IncomingModels>()
            .AddSingleton<IModelLibrary>(provider => provider.GetRequiredService<ModelLibrary>())
            .AddHostedService<LiveModelKeeper>()
            .AddHostedService<ModelWarmUp>();
    }
}
