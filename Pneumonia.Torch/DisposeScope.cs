namespace Pneumonia.Torch;

/// <summary>
/// Owns the tensors made on its thread while it is the innermost open scope, and disposes them with itself. Scopes nest. A
/// scope belongs to the thread that opened it: do not await inside.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? s_current;

    private readonly DisposeScope? _outer;
    private readonly HashSet<torch.Tensor> _tensors = new(ReferenceEqualityComparer.Instance);
    private bool _disposed;

    internal DisposeScope()
    {
        _outer = Current;
        s_current = this;
    }

    /// <summary>How many tensors the scope owns now.</summary>
    public int DisposablesCount
    {
        get
        {
            lock (_tensors)
                return _tensors.Count;
        }
    }

    // The innermost scope of this thread that is still open.
    internal static DisposeScope? Current
    {
        get
        {
            while (s_current is { _disposed: true } closed)
                s_current = closed._outer;
            return s_current;
        }
    }

    /// <summary>Hands a tensor that this scope owns to the next scope outside, or to nobody where there is none.</summary>
    /// <returns>The same tensor. One that this scope does not own stays where it is.</returns>
    public torch.Tensor MoveToOuter(torch.Tensor tensor)
    {
        if (tensor.Scope == this)
            tensor.MoveTo(OpenOuter);
        return tensor;
    }

    /// <summary>Disposes the tensors that the scope owns, and ends it.</summary>
    public void Dispose()
    {
        torch.Tensor[] tensors;
        lock (_tensors)
        {
            _disposed = true;
            tensors = [.. _tensors];
            _tensors.Clear();
        }

        foreach (var tensor in tensors)
            tensor.Dispose();
    }

    internal DisposeScope? OpenOuter
    {
        get
        {
            var outer = _outer;
            while (outer is { _disposed: true })
                outer = outer._outer;
            return outer;
        }
    }

    internal void Add(torch.Tensor tensor)
    {
        lock (_tensors)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _tensors.Add(tensor);
        }
    }

    internal void Remove(torch.Tensor tensor)
    {
        lock (_tensors)
            _tensors.Remove(tensor);
    }
}
