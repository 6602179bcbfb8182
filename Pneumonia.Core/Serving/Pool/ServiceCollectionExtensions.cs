using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>Registers pools of prediction engines.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="PredictionEnginePool{TIn, TOut}"/> over model zips, with ML.NET's names. For other types than
    /// <see cref="PredictionInput"/> and <see cref="Prediction"/> a <see cref="RadiographAnswer{TIn, TOut}"/> must be registered, too.
    /// </summary>
    /// <typeparam name="TIn">What is asked.</typeparam>
    /// <typeparam name="TOut">What is answered.</typeparam>
    public static PredictionEnginePoolBuilder<TIn, TOut> AddPredictionEnginePool<TIn, TOut>(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IModelLoader, PneumoniaModelLoader>();
        services.TryAddSingleton<RadiographAnswer<PredictionInput, Prediction>>((model, example) => model.Predict([example])[0]);
        services.TryAddSingleton<PredictionEnginePool<TIn, TOut>>();
        return new PredictionEnginePoolBuilder<TIn, TOut>(services);
    }
}
