namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>timm's VGG: a head of convolutions, named for what they do.</summary>
internal sealed class TimmVggNames : IWeightNames
{
    /// <inheritdoc/>
    public string Translate(string name) => name
        .Replace("pre_logits.fc1.", "classifier.0.", StringComparison.Ordinal)
        .Replace("pre_logits.fc2.", "classifier.3.", StringComparison.Ordinal)
        .Replace("head.fc.", "classifier.6.", StringComparison.Ordinal);
}
