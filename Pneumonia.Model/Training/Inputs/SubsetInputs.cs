using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Inputs;

/// <summary>Some of the examples of other inputs.</summary>
/// <param name="inputs">All examples.</param>
/// <param name="subset">Indices of those that are in it.</param>
internal sealed class SubsetInputs(ITrainingInputs inputs, IReadOnlyList<int> subset) : ITrainingInputs
{
    /// <inheritdoc/>
    public IReadOnlyList<int> Labels { get; } = [.. subset.Select(index => inputs.Labels[index])];

    /// <inheritdoc/>
    public Tensor Batch(ReadOnlySpan<int> indices, Random? augmentation)
    {
        var chosen = new int[indices.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = subset[indices[i]];
        }

        return inputs.Batch(chosen, augmentation);
    }
}
