namespace Pneumonia.Torch;

public static partial class torch
{
    /// <summary>Optimisers. They learn Float32 parameters.</summary>
    public static partial class optim
    {
        /// <summary>
        /// Changes parameters by their gradients. It owns its state, one set of tensors per parameter, made at the parameter's
        /// first step; it does not own the parameters.
        /// </summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly Dictionary<Tensor, State> _states = new(ReferenceEqualityComparer.Instance);
            private readonly string[] _stateNames;

            private protected Optimizer(IEnumerable<ParamGroup> groups, double lr, double weightDecay, params string[] stateNames)
            {
                ParamGroups = [.. groups];
                _stateNames = stateNames;
                if (!ParamGroups.SelectMany(group => group.Parameters).Any())
                    throw new ArgumentException("The optimiser has no parameters.");
                foreach (var group in ParamGroups)
                    group.Complete(lr, weightDecay);
            }

            /// <summary>Groups of parameters with a learning rate and a weight decay each.</summary>
            public IReadOnlyList<ParamGroup> ParamGroups { get; }

            /// <summary>Learning rate of the first group; setting it sets it for all.</summary>
            public double LearningRate
            {
                get => ParamGroups[0].LearningRate;
                set
                {
                    foreach (var group in ParamGroups)
                        group.LearningRate = value;
                }
            }

            /// <summary>Changes every parameter that has a gradient.</summary>
            public void step()
            {
                foreach (var group in ParamGroups)
                {
                    foreach (var parameter in group.Parameters)
                    {
                        using var grad = parameter.grad;
                        if (grad is null)
                            continue;
                        var state = StateOf(parameter);
                        state.Step++;
                        Update(parameter, state, group);
                    }
                }
            }

            /// <summary>Forgets the gradients, or sets them to zero.</summary>
            public void zero_grad(bool set_to_none = true) =>
                ZeroGrad(ParamGroups.SelectMany(group => group.Parameters), set_to_none);

            /// <summary>
            /// Everything that a training needs to go on exactly: state and steps by the parameter's number in the order of the
            /// groups (<c>state.0.exp_avg</c>, <c>state.0.step</c>), and each group's rates (<c>param_groups.0.lr</c>). Copies,
            /// which the caller, or the caller's scope, disposes.
            /// </summary>
            public Dictionary<string, Tensor> state_dict()
            {
                var result = new Dictionary<string, Tensor>();
                foreach (var (index, parameter) in ParamGroups.SelectMany(group => group.Parameters).Index())
                {
                    if (!_states.TryGetValue(parameter, out var state))
                        continue;
                    result[$"state.{index}.step"] = tensor(state.Step);
                    foreach (var (name, value) in _stateNames.Zip(state.Tensors))
                        result[$"state.{index}.{name}"] = value.clone();
                }

                foreach (var (index, group) in ParamGroups.Index())
                {
                    result[$"param_groups.{index}.lr"] = tensor(group.LearningRate);
                    result[$"param_groups.{index}.weight_decay"] = tensor(group.WeightDecay);
                }

                return result;
            }

            /// <summary>Copies what <see cref="state_dict"/> gave into an optimiser over the same groups of parameters.</summary>
            /// <exception cref="ArgumentException">The state is of another optimiser or other parameters.</exception>
            public void load_state_dict(IReadOnlyDictionary<string, Tensor> source)
            {
                var parameters = ParamGroups.SelectMany(group => group.Parameters).ToList();
                var used = 0;
                using var quiet = no_grad();
                foreach (var (index, parameter) in parameters.Index())
                {
                    if (!source.TryGetValue($"state.{index}.step", out var step))
                        continue;
                    var state = StateOf(parameter);
                    state.Step = step.item<long>();
                    used += 1 + _stateNames.Length;
                    foreach (var (name, value) in _stateNames.Zip(state.Tensors))
                    {
                        var saved = Find(source, $"state.{index}.{name}");
                        if (!saved.shape.SequenceEqual(value.shape))
                            throw Unfit($"state.{index}.{name} is {saved}, not {value}");
                        value.copy_(saved);
                    }
                }

                foreach (var (index, group) in ParamGroups.Index())
                {
                    group.LearningRate = Find(source, $"param_groups.{index}.lr").item<double>();
                    group.WeightDecay = Find(source, $"param_groups.{index}.weight_decay").item<double>();
                    used += 2;
                }

                if (used != source.Count)
                    throw Unfit("it has entries of another optimiser");
            }

            /// <summary>Disposes the state.</summary>
            public void Dispose()
            {
                foreach (var tensor in _states.Values.SelectMany(state => state.Tensors))
                    tensor.Dispose();
                _states.Clear();
                GC.SuppressFinalize(this);
            }

            internal static void ZeroGrad(IEnumerable<Tensor> parameters, bool setToNone)
            {
                foreach (var parameter in parameters)
                {
                    if (setToNone)
                    {
                        parameter.grad = null;
                        continue;
                    }

                    using var grad = parameter.grad;
                    using var zeros = grad?.detach();
                    zeros?.zero_();
                }
            }

            private protected abstract void Update(Tensor parameter, State state, ParamGroup group);

            private State StateOf(Tensor parameter)
            {
                if (!_states.TryGetValue(parameter, out var state))
                {
                    var tensors = _stateNames.Select(_ => zeros_like(parameter).DetachFromDisposeScope());
                    _states[parameter] = state = new State([.. tensors]);
                }

                return state;
            }

            private static Tensor Find(IReadOnlyDictionary<string, Tensor> source, string name) =>
                source.GetValueOrDefault(name) ?? throw Unfit($"{name} is missing");

            private static ArgumentException Unfit(string why) => new($"The optimiser's state does not fit: {why}.");

            private protected sealed class State(Tensor[] tensors)
            {
                internal Tensor[] Tensors { get; } = tensors;

                internal long Step { get; set; }
            }
        }
    }
}
