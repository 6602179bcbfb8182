namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>timm's EfficientNet-B0. torchvision numbers stages, and blocks in a stage.</summary>
internal sealed class TimmEfficientNetNames() : TimmInvertedNames(head: 8, s_unexpanded, s_expanded)
{
    private static readonly Dictionary<string, string> s_unexpanded = new()
    {
        ["conv_dw"] = "0.0",
        ["bn1"] = "0.1",
        ["se.conv_reduce"] = "1.fc1",
        ["se.conv_expand"] = "1.fc2",
        ["conv_pw"] = "2.0",
        ["bn2"] = "2.1",
    };

    private static readonly Dictionary<string, string> s_expanded = new()
    {
        ["conv_pw"] = "0.0",
        ["bn1"] = "0.1",
        ["conv_dw"] = "1.0",
        ["bn2"] = "1.1",
        ["se.conv_reduce"] = "2.fc1",
        ["se.conv_expand"] = "2.fc2",
        ["conv_pwl"] = "3.0",
        ["bn3"] = "3.1",
    };

    /// <inheritdoc/>
    protected override string Block(int stage, int block) => $"features.{stage + 1}.{block}.block";
}
