namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>torchvision's and timm's Inception v3, whose auxiliary classifier ours does not have.</summary>
internal class InceptionNames : IWeightNames
{
    /// <inheritdoc/>
    public string? Translate(string name) => name.StartsWith("AuxLogits.", StringComparison.Ordinal) ? null : name;

    /// <inheritdoc/>
    public virtual bool IsBeyond(string name) => false;
}
