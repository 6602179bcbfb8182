using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>A change token that is renewed each time it fires.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without timer or wait handle holds nothing to dispose.")]
internal sealed class ReloadSignal(ILogger logger)
{
    private CancellationTokenSource _next = new();

    public IChangeToken Token => new CancellationChangeToken(Volatile.Read(ref _next).Token);

    /// <summary>Calls all listeners; what one of them throws is logged and hurts nobody else.</summary>
    public void Fire()
    {
        try
        {
            Interlocked.Exchange(ref _next, new CancellationTokenSource()).Cancel();
        }
        catch (AggregateException exception)
        {
            logger.LogError(exception, "A listener to model changes failed");
        }
    }
}
