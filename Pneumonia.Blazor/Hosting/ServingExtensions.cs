using Microsoft.Extensions.DependencyInjection.Extensions;
using Pneumonia.Blazor.Models;
using Pneumonia.Blazor.Serving;
using Pneumonia.Model.Serving;
using Pneumonia.Model.Serving.Pool;

namespace Pneumonia.Blazor.Hosting;

internal static class ServingExtensions
{
    public static IServiceCollection AddModelServing(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(ModelOptions.Section).Get<ModelOptions>() ?? new ModelOptions();
        services.TryAddSingleton<IPredictionModelLoader<PredictionInput, Prediction>, PneumoniaModelLoader>();
        var source = new ModelSource(Path.GetFullPath(options.Path, environment.ContentRootPath), options.Watch);

        // Until the keeper says otherwise; it also does the watching.
        services.AddPredictionEnginePool<PredictionInput, Prediction>().FromFile(source.Path, watchForChanges: false);
        return services
            .AddSingleton(source)
            .AddSingleton<LiveModel>()
            .AddSingleton<LiveFile>()
            .AddSingleton<ModelLibrary>()
            .AddSingleton<IModelLibrary>(provider => provider.GetRequiredService<ModelLibrary>())
            .AddHostedService<LiveModelKeeper>()
            .AddHostedService<ModelWarmUp>();
    }
}
