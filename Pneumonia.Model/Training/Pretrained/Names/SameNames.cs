namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>Names that need no translation.</summary>
internal sealed class SameNames : IWeightNames
{
    /// <inheritdoc/>
    public string Translate(string name) => name;
}
