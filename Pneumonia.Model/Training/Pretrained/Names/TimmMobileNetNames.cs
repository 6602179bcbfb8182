namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>timm's MobileNetV2. torchvision numbers the blocks through all stages.</summary>
internal sealed class TimmMobileNetNames() : TimmInvertedNames(head: 18, s_unexpanded, s_expanded)
{
    private static readonly int[] s_firstBlock = [1, 2, 4, 7, 11, 14, 17];

    private static readonly Dictionary<string, string> s_unexpanded = new()
    {
        ["conv_dw"] = "0.0",
        ["bn1"] = "0.1",
        ["conv_pw"] = "1",
        ["bn2"] = "2",
    };

    private static readonly Dictionary<string, string> s_expanded = new()
    {
        ["conv_pw"] = "0.0",
        ["bn1"] = "0.1",
        ["conv_dw"] = "1.0",
        ["bn2"] = "1.1",
        ["conv_pwl"] = "2",
        ["bn3"] = "3",
    };

    /// <inheritdoc/>
    protected override string Block(int stage, int block) =>
        stage < s_firstBlock.Length ? $"features.{s_firstBlock[stage] + block}.conv" : $"blocks.{stage}.{block}";
}
