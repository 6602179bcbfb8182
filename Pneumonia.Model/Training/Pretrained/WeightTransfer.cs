using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Training.Pretrained.Names;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained;

/// <summary>Which tensors of a file go where in a network.</summary>
internal sealed class WeightTransfer
{
    private readonly List<(Tensor Source, Tensor Target)> _fitting = [];
    private readonly List<string> _missing = [];
    private readonly List<string> _misshapen = [];
    private readonly List<string> _unused;
    private readonly List<string> _beyond;

    private WeightTransfer(IEnumerable<string> surplus, IWeightNames names)
    {
        var surplusByKind = surplus.ToLookup(names.IsBeyond);
        _unused = [.. surplusByKind[false]];
        _beyond = [.. surplusByKind[true]];
    }

    /// <summary>Pairs that will be copied.</summary>
    public IReadOnlyList<(Tensor Source, Tensor Target)> Fitting => _fitting;

    /// <summary>The network's tensors that the file lacks.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>Tensors that are in both, but cannot be brought to the network's shape, with both shapes.</summary>
    public IReadOnlyList<string> Misshapen => _misshapen;

    /// <summary>The file's tensors that the network lacks.</summary>
    public IReadOnlyList<string> Unused => _unused;

    /// <summary>The file's tensors of layers that come after the network's last one, where it is the beginning of a deeper
    /// network.</summary>
    public IReadOnlyList<string> Beyond => _beyond;

    /// <summary>How many tensors the network would like to have.</summary>
    public int Wanted => _fitting.Count + _missing.Count + _misshapen.Count;

    /// <summary>Whether this is the same network, maybe with another head: three quarters of it are there, and a quarter of the
    /// file at most is of no use. A deeper or shallower network of the same family, which shares most names, is not.</summary>
    public bool IsPlausible =>
        4 * _fitting.Count >= 3 * Wanted && 4 * _unused.Count <= _fitting.Count + _misshapen.Count + _unused.Count;

    /// <summary>Finds out what fits.</summary>
    /// <param name="source">Tensors under the names that our networks give them.</param>
    /// <param name="network">Where they shall go.</param>
    /// <param name="names">Which names are expected beside the network's own.</param>
    public static WeightTransfer Plan(IReadOnlyDictionary<string, Tensor> source, Network network, IWeightNames names)
    {
        using var gradients = no_grad();
        var targets = network.state_dict();
        var transfer = new WeightTransfer(source.Keys.Except(targets.Keys), names);
        foreach (var (name, target) in targets)
        {
            transfer.Add(name, source.GetValueOrDefault(name), target);
        }

        return transfer;
    }

    /// <summary>Copies what fits.</summary>
    public void Copy()
    {
        using var gradients = no_grad();
        foreach (var (source, target) in _fitting)
        {
            target.copy_(source);
        }
    }

    private void Add(string name, Tensor? source, Tensor target)
    {
        if (source is null)
        {
            // A count of batches, which older files lack: nothing is computed from it.
            if (!name.EndsWith(".num_batches_tracked", StringComparison.Ordinal))
            {
                _missing.Add(name);
            }
        }
        else if (WeightShape.Adapt(source, target.shape) is { } adapted)
        {
            _fitting.Add((adapted, target));
        }
        else
        {
            _misshapen.Add($"{name} [{string.Join(", ", source.shape)}] for [{string.Join(", ", target.shape)}]");
        }
    }
}
