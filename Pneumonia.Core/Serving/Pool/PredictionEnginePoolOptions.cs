namespace Pneumonia.Core.Serving.Pool;

/// <summary>The models of a <see cref="PredictionEnginePool{TIn, TOut}"/> and how their files are watched.</summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public sealed class PredictionEnginePoolOptions<TIn, TOut>
{
    /// <summary>The files, by model name.</summary>
    public IDictionary<string, ModelFile> Models { get; } = new Dictionary<string, ModelFile>(StringComparer.Ordinal);

    /// <summary>How long a watched file must be quiet after a change before it is loaded.</summary>
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a watched file is looked at where no change is heard, as on a network drive.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(10);
}
