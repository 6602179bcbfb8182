namespace Pneumonia.Model.Serving.Pool;

/// <summary>A loaded model. Makes engines; disposed by the pool after the last of them has come back.</summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public interface IPredictionModel<TIn, TOut> : IDisposable
{
    /// <summary>Short version for people and logs.</summary>
    string Version { get; }

    /// <summary>Makes an engine that answers with this model.</summary>
    PredictionEngine<TIn, TOut> CreateEngine();
}
