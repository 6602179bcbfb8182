using Pneumonia.Model.Tensors;
using static TorchSharp.torch;

namespace Pneumonia.Model.Lungs;

/// <summary>Batches of images and masks as tensors [N, 1, side, side].</summary>
internal static class LungBatch
{
    // As the graph has it.
    private const double Epsilon = LungGraph.Epsilon;

    /// <summary>Grey levels or shares of lung, 0 to 1.</summary>
    public static Tensor Of(IReadOnlyList<LungExample> examples, ReadOnlySpan<int> indices, int side, Func<LungExample, byte[]> part)
    {
        var values = new float[indices.Length * side * side];
        for (var i = 0; i < indices.Length; i++)
        {
            var (from, at) = (part(examples[indices[i]]), i * side * side);
            for (var p = 0; p < from.Length; p++)
            {
                values[at + p] = from[p] / 255f;
            }
        }

        return tensor(values, [indices.Length, 1, side, side]);
    }

    /// <summary>Every image less its mean, divided by its standard deviation and a little, channels innermost: what the network takes.</summary>
    public static Tensor Standardised(Tensor images)
    {
        using var scope = NewDisposeScope();
        var centred = images - images.mean([1, 2, 3], keepdim: true);
        var deviation = (centred * centred).mean([1, 2, 3], keepdim: true).sqrt();
        return scope.MoveToOuter(ChannelsLast.Of(centred / (deviation + Epsilon)));
    }
}
