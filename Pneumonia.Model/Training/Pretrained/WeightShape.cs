using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained;

/// <summary>Brings a weight to the shape in which the network has it.</summary>
internal static class WeightShape
{
    /// <returns>The weight in that shape, or null where it is another weight altogether.</returns>
    public static Tensor? Adapt(Tensor source, ReadOnlySpan<long> shape)
    {
        ReadOnlySpan<long> given = source.shape;
        if (given.SequenceEqual(shape))
        {
            return source;
        }

        if (given.Length != 4 || given[0] != shape[0])
        {
            return null;
        }

        var isColourStem = shape.Length == 4 && given[1] == 3 && shape[1] == 1 && given[2..].SequenceEqual(shape[2..]);
        var isLinearAsConvolution = shape.Length == 2 && given[1] * given[2] * given[3] == shape[1];
        return isColourStem ? source.sum([1], keepdim: true)
            : isLinearAsConvolution ? source.reshape(shape.ToArray())
            : null;
    }
}
