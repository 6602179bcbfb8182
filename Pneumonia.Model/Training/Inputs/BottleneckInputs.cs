using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Inputs;

/// <summary>A frozen backbone's pooled features: [N, features].</summary>
/// <param name="values">Row-major, an example a row.</param>
/// <param name="labels">Class index of every example.</param>
internal sealed class BottleneckInputs(float[] values, IReadOnlyList<int> labels) : ITrainingInputs
{
    private readonly int _features = values.Length / labels.Count;

    public IReadOnlyList<int> Labels => labels;

    public Tensor Batch(ReadOnlySpan<int> indices, Random? augmentation)
    {
        var batch = new float[indices.Length * _features];
        for (var i = 0; i < indices.Length; i++)
        {
            values.AsSpan(indices[i] * _features, _features).CopyTo(batch.AsSpan(i * _features));
        }

        return tensor(batch, [indices.Length, _features]);
    }
}
