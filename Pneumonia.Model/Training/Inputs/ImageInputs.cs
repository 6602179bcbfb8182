using Pneumonia.Core.Recipes.Augmentation;
using Pneumonia.Model.Data;
using Pneumonia.Model.Training.Augmentation;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Inputs;

/// <summary>Images as the network's input: [N, 1, height, width], normalised.</summary>
internal sealed class ImageInputs(ImageStore store, IReadOnlyList<int> labels, AugmentationOptions augmentation) : ITrainingInputs
{
    private readonly Augmenter _augmenter = new(augmentation, store.Preprocessing);

    public IReadOnlyList<int> Labels => labels;

    public Tensor Batch(ReadOnlySpan<int> indices, Random? random) =>
        random is null ? Plain(indices) : _augmenter.Batch(store, indices, random);

    private Tensor Plain(ReadOnlySpan<int> indices)
    {
        var (width, height) = (store.Preprocessing.Width, store.Preprocessing.Height);
        var values = new float[indices.Length * width * height];
        for (var i = 0; i < indices.Length; i++)
        {
            var target = values.AsSpan(i * width * height, width * height);
            var pixels = store.Pixels(indices[i]);
            for (var p = 0; p < target.Length; p++)
            {
                target[p] = pixels[p] / 255f;
            }

            store.Preprocessing.Normalise(target);
        }

        return tensor(values, [indices.Length, 1, height, width]);
    }
}
