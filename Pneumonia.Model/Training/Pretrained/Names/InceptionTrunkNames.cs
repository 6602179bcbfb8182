namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>Inception v3's names where the network ends with Mixed_6e.</summary>
internal sealed class InceptionTrunkNames : InceptionNames
{
    /// <inheritdoc/>
    public override bool IsBeyond(string name) => name.StartsWith("Mixed_7", StringComparison.Ordinal);
}
