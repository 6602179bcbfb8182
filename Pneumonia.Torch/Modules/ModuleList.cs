using System.Collections;
using static Pneumonia.Torch.torch;

namespace Pneumonia.Torch.Modules;

/// <summary>A list of modules that its owner calls as it likes.</summary>
/// <typeparam name="T">What they have in common.</typeparam>
public sealed class ModuleList<T> : nn.Module, IReadOnlyList<T> where T : nn.Module
{
    private readonly List<T> _modules = [];

    internal ModuleList(IEnumerable<T> modules)
    {
        foreach (var module in modules)
            append(module);
    }

    /// <inheritdoc/>
    public int Count => _modules.Count;

    /// <inheritdoc/>
    public T this[int index] => _modules[index];

    /// <summary>Adds a module at the end.</summary>
    public void append(T module)
    {
        register_module($"{_modules.Count}", module);
        _modules.Add(module);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
