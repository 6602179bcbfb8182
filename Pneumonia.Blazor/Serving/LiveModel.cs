using Microsoft.Extensions.Primitives;
using Pneumonia.Core;
using Pneumonia.Core.Package;
using Pneumonia.Core.Saliency;
using Pneumonia.Core.Serving.Pool;

namespace Pneumonia.Blazor.Serving;

/// <summary>The model in service: leases it, says what it is, and tells when another takes its place.</summary>
public sealed class LiveModel : IDisposable
{
    private readonly ModelSlot _slot;
    private readonly ModelSource _source;
    private readonly IDisposable _subscription;

    public LiveModel(ModelSlot slot, ModelSource source)
    {
        (this._slot, this._source) = (slot, source);
        _subscription = ChangeToken.OnChange(() => slot.ReloadToken, Refresh);
        Refresh();
    }

    /// <summary>Raised after <see cref="Information"/> or <see cref="Warning"/> has changed, on any thread.</summary>
    public event Action? Changed;

    /// <summary>What the model in service says of itself; null while there is none.</summary>
    public ModelInformation? Information { get; private set; }

    /// <summary>One sentence on why the model file as it is now does not serve; null when all is well.</summary>
    public UserText? Warning { get; private set; }

    /// <summary>Where the operator puts a model: full path.</summary>
    public string FilePath => _source.Path;

    /// <summary>The methods that explain the model in service, its default first; none where it does not explain itself.</summary>
    public IReadOnlyList<IExplanationMethod> ExplanationMethods
    {
        get
        {
            using var lease = TryLease();
            return lease?.Model.ExplanationMethods ?? [];
        }
    }

    /// <summary>Leases the model in service, for all that one answer says. Where it is not loaded yet, that is done off the caller's thread.</summary>
    /// <exception cref="InvalidModelException">There is none.</exception>
    public async ValueTask<ModelLease> LeaseAsync(CancellationToken cancellation = default) =>
        TryLease() ?? await Task.Run(_slot.Lease, cancellation);

    /// <summary>Leases the model in service; null where none is loaded.</summary>
    public ModelLease? TryLease() => _slot.TryLease();

    public void Dispose() => _subscription.Dispose();

    private void Refresh()
    {
        Warning = _slot.Status.Warning;
        using (var lease = _slot.TryLease())
        {
            Information = lease?.Information;
        }

        Changed?.Invoke();
    }
}
