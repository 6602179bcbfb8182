using Pneumonia.Core.Package;

namespace Pneumonia.Core.Serving.Pool;

/// <summary>
/// One model, held for as long as one answer takes: whatever comes into service meanwhile, all that is read from a lease is of the same
/// model, which is not disposed before the last of its leases.
/// </summary>
public sealed class ModelLease : IDisposable
{
    private SharedModel? _shared;

    internal ModelLease(SharedModel shared) => _shared = shared;

    /// <summary>The model. Not to be kept beyond the lease.</summary>
    /// <exception cref="ObjectDisposedException">The lease is over.</exception>
    public IRadiographModel Model => Shared.Model;

    /// <summary>What the model says of itself.</summary>
    public ModelInformation Information => Model.Information;

    /// <summary>Name and short version, as in <see cref="Prediction.Model"/>.</summary>
    public string Name => $"{Information.Manifest.Name} {Information.Version}";

    private SharedModel Shared
    {
        get
        {
            var shared = Volatile.Read(ref _shared);
            ObjectDisposedException.ThrowIf(shared is null, this);
            return shared;
        }
    }

    /// <summary>A lease of its own on the same model, for work that may outlive this one.</summary>
    /// <exception cref="ObjectDisposedException">The lease is over.</exception>
    public ModelLease Share() => Shared.TryLease() ?? throw new ObjectDisposedException(nameof(ModelLease));

    /// <summary>Ends the lease. More than once does no harm.</summary>
    public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();
}
