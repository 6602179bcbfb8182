namespace Pneumonia.Model.Serving.Pool;

/// <summary>Answers one question at a time with the model it was made from. Not thread-safe: take one from the pool per thread.
/// It owns nothing that must be freed: that belongs to its model, which outlives every engine that is lent out.</summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public abstract class PredictionEngine<TIn, TOut>
{
    /// <summary>Answers <paramref name="example"/>.</summary>
    public abstract TOut Predict(TIn example);
}
