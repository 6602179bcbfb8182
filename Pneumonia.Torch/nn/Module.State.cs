using Pneumonia.Torch.Modules;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Every parameter here and below, by name.</summary>
            public IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Walk(module => module._parameters.Select(entry => (entry.Key, entry.Value)), recurse);

            /// <summary>Every parameter here and below.</summary>
            public IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>Every buffer here and below, by name.</summary>
            public IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) =>
                Walk(module => module._buffers.Select(entry => (entry.Key, entry.Value.Tensor)), recurse);

            /// <summary>Every buffer here and below.</summary>
            public IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(entry => entry.buffer);

            /// <summary>The direct children, by name.</summary>
            public IEnumerable<(string name, Module module)> named_children() =>
                _children.Select(entry => (entry.Key, entry.Value));

            /// <summary>The direct children.</summary>
            public IEnumerable<Module> children() => _children.Values;

            /// <summary>Every module below, by name, parents first.</summary>
            public IEnumerable<(string name, Module module)> named_modules() =>
                Walk(module => module._children.Select(entry => (entry.Key, entry.Value)), recurse: true);

            /// <summary>This module and every module below.</summary>
            public IEnumerable<Module> modules() => named_modules().Select(entry => entry.module).Prepend(this);

            /// <summary>Calls <paramref name="action"/> with every module, children first, this one last.</summary>
            public void apply(Action<Module> action)
            {
                foreach (var child in _children.Values)
                    child.apply(action);
                action(this);
            }

            /// <summary>
            /// Parameters and persistent buffers by name. The tensors are the module's own: they change with it and are not the
            /// caller's to dispose.
            /// </summary>
            public Dictionary<string, Tensor> state_dict() =>
                Walk(module => module._parameters.Select(entry => (entry.Key, (Tensor)entry.Value))
                        .Concat(module._buffers.Where(entry => entry.Value.Persistent)
                            .Select(entry => (entry.Key, entry.Value.Tensor))), recurse: true)
                    .ToDictionary(entry => entry.name, entry => entry.value);

            /// <summary>Copies tensors into the parameters and buffers of the same names.</summary>
            /// <param name="source">Tensors by name; they stay the caller's.</param>
            /// <param name="strict">Refuses a source that lacks a name or has one too many.</param>
            /// <returns>The names that the source lacks, and those that the module does not know.</returns>
            /// <exception cref="ArgumentException">A shape differs, or the names do and <paramref name="strict"/> is set; the
            /// message says which. Nothing has been copied then.</exception>
            public (IList<string> missing_keys, IList<string> unexpected_keys) load_state_dict(
                IReadOnlyDictionary<string, Tensor> source, bool strict = true)
            {
                var own = state_dict();
                var missing = own.Keys.Where(name => !source.ContainsKey(name)).ToList();
                var unexpected = source.Keys.Where(name => !own.ContainsKey(name)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    {
                    throw new ArgumentException(
                        $"The weights do not fit: missing {Some(missing)}, unexpected {Some(unexpected)}.");
                }

                var shared = own.Where(entry => source.ContainsKey(entry.Key)).ToList();
                foreach (var (name, tensor) in shared)
                {
                    if (!tensor.shape.SequenceEqual(source[name].shape))
                        throw new ArgumentException($"The weights do not fit: {name} is {source[name]}, not {tensor}.");
                }

                using var quiet = no_grad();
                foreach (var (name, tensor) in shared)
                    tensor.copy_(source[name]);
                return (missing, unexpected);
            }

            private static string Some(List<string> names) =>
                names.Count switch
                {
                    0 => "nothing",
                    <= 3 => string.Join(", ", names),
                    _ => $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more",
                };

            // Depth first, a module's own entries before its children's, each object once.
            private IEnumerable<(string name, T value)> Walk<T>(Func<Module, IEnumerable<(string, T)>> entries, bool recurse)
                where T : class
            {
                var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
                return Visit(this, "");

                IEnumerable<(string, T)> Visit(Module module, string prefix)
                {
                    foreach (var (name, value) in entries(module))
                    {
                        if (seen.Add(value))
                            yield return (prefix + name, value);
                    }

                    if (!recurse)
                        yield break;
                    foreach (var (name, child) in module._children)
                    {
                        foreach (var entry in Visit(child, $"{prefix}{name}."))
                            yield return entry;
                    }
                }
            }
        }
    }
}
