using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Loop;

/// <summary>The tensors that an optimiser needs to go on exactly. TorchSharp's own way to save them takes no tensors whose channels
/// lie innermost.</summary>
internal static class OptimizerTensors
{
    /// <summary>Copies of the state, by the parameter's number in the order of the groups. They belong to the caller's scope.</summary>
    public static Dictionary<string, Tensor> Of(optim.Optimizer.StateDictionary optimizer)
    {
        var tensors = new Dictionary<string, Tensor>();
        foreach (var (index, state) in optimizer.State.Index())
        {
            if (Step(state) is { } step)
            {
                tensors[$"{index}.step"] = tensor(step);
            }

            foreach (var (name, value) in Moments(state).Where(entry => entry.Value is not null))
            {
                tensors[$"{index}.{name}"] = value!.detach().contiguous();
            }
        }

        return tensors;
    }

    /// <summary>Copies a state that <see cref="Of"/> gave into an optimiser of the same kind over parameters of the same shapes.</summary>
    /// <param name="optimizer">Whose state is filled.</param>
    /// <param name="saved">What <see cref="Of"/> gave.</param>
    /// <param name="device">Where the parameters are.</param>
    /// <exception cref="ArgumentException">It is the state of another optimiser or of other parameters.</exception>
    public static void Load(optim.Optimizer.StateDictionary optimizer, IReadOnlyDictionary<string, Tensor> saved, Device device)
    {
        using var gradients = no_grad();
        var used = 0;
        foreach (var (index, state) in optimizer.State.Index())
        {
            if (Step(state) is not null)
            {
                SetStep(state, Find(saved, $"{index}.step").item<long>());
                used++;
            }

            foreach (var (name, value) in Moments(state))
            {
                if (value is not null)
                {
                    var source = Find(saved, $"{index}.{name}");
                    if (!source.shape.SequenceEqual(value.shape))
                    {
                        throw new ArgumentException($"The optimiser's state does not fit: {index}.{name} has another shape.");
                    }

                    value.copy_(source);
                    used++;
                }
                else if (state is SGD.State momentum && saved.TryGetValue($"{index}.{name}", out var buffer))
                {
                    momentum.momentum_buffer = buffer.to(device, copy: true).DetachFromDisposeScope();
                    used++;
                }
            }
        }

        if (used != saved.Count)
        {
            throw new ArgumentException("The optimiser's state does not fit: it has entries of another optimiser.");
        }
    }

    private static Tensor Find(IReadOnlyDictionary<string, Tensor> saved, string name) => saved.GetValueOrDefault(name)
        ?? throw new ArgumentException($"The optimiser's state does not fit: {name} is missing.");

    private static (string Name, Tensor? Value)[] Moments(OptimizerState state) => state switch
    {
        AdamW.State adam => [("exp_avg", adam.exp_avg), ("exp_avg_sq", adam.exp_avg_sq)],
        Adam.State adam => [("exp_avg", adam.exp_avg), ("exp_avg_sq", adam.exp_avg_sq)],
        SGD.State momentum => [("momentum_buffer", momentum.momentum_buffer)],
        _ => throw new NotSupportedException($"The state of {state.GetType().DeclaringType?.Name} cannot be saved."),
    };

    private static long? Step(OptimizerState state) => state switch
    {
        AdamW.State adam => adam.step,
        Adam.State adam => adam.step,
        _ => null,
    };

    private static void SetStep(OptimizerState state, long step)
    {
        switch (state)
        {
            case AdamW.State adam: adam.step = step; break;
            case Adam.State adam: adam.step = step; break;
        }
    }
}
