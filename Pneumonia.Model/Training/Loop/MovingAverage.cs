using Pneumonia.Model.Networks.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Exponential moving average of a network's weights and batch statistics (Polyak averaging), held in a network of
/// the same shape. In the first steps the decay is less: min(decay, (1 + step) / (10 + step)).</summary>
internal sealed class MovingAverage
{
    private readonly (Tensor Average, Tensor Current)[] _pairs;
    private readonly double _decay;

    public MovingAverage(Network current, Network average, double decay)
    {
        _decay = decay;
        var source = current.state_dict();
        _pairs = [.. average.state_dict().Select(entry => (entry.Value, source[entry.Key]))];
    }

    /// <summary>Takes in the network's weights after a step.</summary>
    public void Update(long step)
    {
        var weight = 1 - Math.Min(_decay, (1.0 + step) / (10.0 + step));
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        foreach (var (average, current) in _pairs)
        {
            if (average.dtype == ScalarType.Float32)
            {
                average.lerp_(current, weight);
            }
            else
            {
                average.copy_(current);
            }
        }
    }
}
