namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>What others call an architecture's tensors.</summary>
internal interface IWeightNames
{
    /// <summary>Our name for a tensor. A name that is ours already, or that nobody knows, comes back as it is.</summary>
    /// <returns>The name, or null for a tensor that is left out on purpose.</returns>
    string? Translate(string name);

    /// <summary>Whether a tensor, by our name, belongs to a layer of the whole network where ours is only its beginning, so that
    /// a file that holds it is not another network's.</summary>
    bool IsBeyond(string name) => false;
}
