using Microsoft.Extensions.DependencyInjection.Extensions;
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
        services.AddPredictionEnginePool<PredictionInput, Prediction>()
            .FromFile(Path.GetFullPath(options.Path, environment.ContentRootPath), options.Watch);
        return services
            .AddSingleton<LiveModel>()
            .AddHostedService<ModelWarmUp>();
    }
}
