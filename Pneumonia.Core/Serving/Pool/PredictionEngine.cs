using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>Answers with the model that was current when it was lent, until it is returned to its pool.</summary>
/// <typeparam name="TIn">What is asked.</typeparam>
/// <typeparam name="TOut">What is answered.</typeparam>
public sealed class PredictionEngine<TIn, TOut>
{
    private readonly ModelLease _lease;
    private readonly RadiographAnswer<TIn, TOut> _answer;

    internal PredictionEngine(ModelLease lease, RadiographAnswer<TIn, TOut> answer) => (_lease, _answer) = (lease, answer);

    /// <summary>What its model says of itself.</summary>
    /// <exception cref="ObjectDisposedException">It was returned.</exception>
    public ModelInformation Information => _lease.Information;

    /// <summary>Answers <paramref name="example"/>.</summary>
    /// <exception cref="ObjectDisposedException">It was returned.</exception>
    public TOut Predict(TIn example) => _answer(_lease.Model, example);

    internal void End() => _lease.Dispose();
}
