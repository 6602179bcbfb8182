using Microsoft.Extensions.DependencyInjection;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>Says where the models of a pool come from.</summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
/// <param name="services">Where the pool is registered.</param>
public sealed class PredictionEnginePoolBuilder<TIn, TOut>(IServiceCollection services)
{
    /// <summary>Where the pool is registered.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>Serves a file as the model without a name.</summary>
    /// <param name="filePath">The file, which may be missing for now.</param>
    /// <param name="watchForChanges">Whether a new file is loaded when it comes.</param>
    public PredictionEnginePoolBuilder<TIn, TOut> FromFile(string filePath, bool watchForChanges = true) =>
        FromFile(string.Empty, filePath, watchForChanges);

    /// <summary>Serves a file under a name. The last registration of a name counts.</summary>
    /// <param name="modelName">The name.</param>
    /// <param name="filePath">The file, which may be missing for now.</param>
    /// <param name="watchForChanges">Whether a new file is loaded when it comes.</param>
    public PredictionEnginePoolBuilder<TIn, TOut> FromFile(string modelName, string filePath, bool watchForChanges = true)
    {
        ArgumentNullException.ThrowIfNull(modelName);
        ArgumentException.ThrowIfNullOrWhiteSpace(filePath);
        return Configure(options => options.Models[modelName] = new ModelFile(filePath, watchForChanges));
    }

    /// <summary>Changes how files are watched.</summary>
    public PredictionEnginePoolBuilder<TIn, TOut> Configure(Action<PredictionEnginePoolOptions<TIn, TOut>> configure)
    {
        Services.Configure(configure);
        return this;
    }
}
