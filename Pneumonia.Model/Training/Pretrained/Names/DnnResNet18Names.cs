using Pneumonia.Model.Training.Pretrained.MlNet;

namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>Names of ML.NET's ResNet-18, which come as ours: <see cref="DnnResNet18File"/> gives them to the layers of its file, which
/// has none.</summary>
internal sealed class DnnResNet18Names : IWeightNames
{
    /// <inheritdoc/>
    public string Translate(string name) => name;
}
