using System.Reflection;
using Pneumonia.Torch.Modules;

namespace Pneumonia.Torch;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A node in the tree of modules. Names along the tree, joined by dots, are PyTorch's <c>state_dict</c> keys. A module
        /// owns its parameters, buffers and children, and disposes them.
        /// </summary>
        public abstract partial class Module : IDisposable
        {
            private readonly Dictionary<string, Parameter> _parameters = [];
            private readonly Dictionary<string, (Tensor Tensor, bool Persistent)> _buffers = [];
            private readonly Dictionary<string, Module> _children = [];

            /// <summary>
            /// Whether the module is in training mode, as it is at first: it matters to batch norm and dropout.
            /// </summary>
            public bool training { get; private set; } = true;

            /// <summary>
            /// Registers what stands in the fields and properties of the object, under their names and in their order. Call it at
            /// the end of a constructor, once, before the module is used.
            /// </summary>
            protected void RegisterComponents()
            {
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    const BindingFlags declared =
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
                    foreach (var field in type.GetFields(declared).OrderBy(field => field.MetadataToken))
                        Register(NameOf(field), field.GetValue(this));
                }
            }

            /// <summary>Adds a child.</summary>
            public void register_module(string name, Module submodule) => _children.Add(name, submodule);

            /// <summary>Adds a parameter.</summary>
            public void register_parameter(string name, Parameter parameter) => _parameters.Add(name, parameter);

            /// <summary>
            /// Adds a tensor that is part of the state but not learned. It leaves its scope and belongs to the module.
            /// </summary>
            /// <param name="name">Its name, without dots.</param>
            /// <param name="tensor">The buffer.</param>
            /// <param name="persistent">Whether it is part of <see cref="state_dict"/>.</param>
            public void register_buffer(string name, Tensor tensor, bool persistent = true) =>
                _buffers.Add(name, (tensor.DetachFromDisposeScope(), persistent));

            /// <summary>Sets training mode here and in all children.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _children.Values)
                    child.train(train);
            }

            /// <summary>Leaves training mode: batch norm uses its running statistics, dropout does nothing.</summary>
            public void eval() => train(false);

            /// <summary>Converts floating-point parameters and buffers in place, here and in all children.</summary>
            public void to(ScalarType dtype) =>
                Replace(tensor => tensor.dtype is float16 or bfloat16 or float32 or float64 ? tensor.to(dtype) : null);

            /// <summary>Lays out four-dimensional parameters and buffers anew, here and in all children.</summary>
            public void to(memory_format format) => Replace(tensor => tensor.dim() == 4 ? tensor.contiguous(format) : null);

            /// <summary>Sets whether the parameters here and in all children are learned; false freezes them.</summary>
            public void requires_grad_(bool requires_grad = true)
            {
                foreach (var parameter in parameters())
                    parameter.requires_grad = requires_grad;
            }

            /// <summary>Forgets the gradients, or sets them to zero.</summary>
            public void zero_grad(bool set_to_none = true) => optim.Optimizer.ZeroGrad(parameters(), set_to_none);

            /// <summary>Disposes parameters, buffers and children.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes parameters, buffers and children.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var parameter in _parameters.Values)
                    parameter.Dispose();
                foreach (var (tensor, _) in _buffers.Values)
                    tensor.Dispose();
                foreach (var child in _children.Values)
                    child.Dispose();
            }

            private void Register(string name, object? value)
            {
                if (value is Parameter parameter && !_parameters.ContainsKey(name))
                    register_parameter(name, parameter);
                else if (value is Module module && !_children.ContainsKey(name))
                    register_module(name, module);
            }

            // The field behind a property Name is called <Name>k__BackingField.
            private static string NameOf(FieldInfo field) =>
                field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>')] : field.Name;

            private void Replace(Func<Tensor, Tensor?> convert)
            {
                using var scope = NewDisposeScope();
                using var quiet = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    if (convert(tensor) is { } converted)
                        tensor.SetData(converted);
                }
            }
        }

        /// <summary>A module that turns one value into another.</summary>
        /// <typeparam name="T">What goes in.</typeparam>
        /// <typeparam name="TResult">What comes out.</typeparam>
        public abstract class Module<T, TResult> : Module
        {
            /// <summary>Computes the output.</summary>
            public abstract TResult forward(T input);

            /// <inheritdoc cref="forward"/>
            public TResult call(T input) => forward(input);
        }
    }
}
