using Pneumonia.Model.Networks.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Members;

/// <summary>Mean of the weights of networks that were trained from the same first weights (a "model soup", Wortsman et al. 2022,
/// "Model soups: averaging weights of multiple fine-tuned models improves accuracy without increasing inference time").</summary>
internal sealed class MemberAverage : IDisposable
{
    private readonly Dictionary<string, Tensor> _mean = [];
    private int _members;

    /// <summary>Takes in one more network's weights.</summary>
    public void Add(Network network)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        _members++;
        foreach (var (name, value) in network.state_dict())
        {
            if (!_mean.TryGetValue(name, out var mean))
            {
                _mean[name] = value.clone().DetachFromDisposeScope();
            }
            else if (mean.dtype == ScalarType.Float32)
            {
                mean.lerp_(value, 1.0 / _members);
            }
        }
    }

    /// <summary>Gives a network the mean weights.</summary>
    public void PutInto(Network network) => network.load_state_dict(_mean);

    public void Dispose()
    {
        foreach (var tensor in _mean.Values)
        {
            tensor.Dispose();
        }
    }
}
