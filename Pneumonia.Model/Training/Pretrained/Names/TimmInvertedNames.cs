using System.Globalization;
using System.Text.RegularExpressions;

namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>timm's networks of inverted bottlenecks: <c>conv_stem</c>, <c>blocks.STAGE.BLOCK.LAYER</c>, <c>conv_head</c>, where
/// torchvision numbers everything.</summary>
/// <param name="head">Index of the last convolution among torchvision's <c>features</c>.</param>
/// <param name="unexpanded">torchvision's name of each layer in a block of the first stage, which has no expansion.</param>
/// <param name="expanded">The same in all other blocks.</param>
internal abstract partial class TimmInvertedNames(
    int head, IReadOnlyDictionary<string, string> unexpanded, IReadOnlyDictionary<string, string> expanded) : IWeightNames
{
    private readonly Dictionary<string, string> _ends = new()
    {
        ["conv_stem"] = "features.0.0",
        ["bn1"] = "features.0.1",
        ["conv_head"] = $"features.{head}.0",
        ["bn2"] = $"features.{head}.1",
        ["classifier"] = "classifier.1",
    };

    /// <inheritdoc/>
    public string Translate(string name)
    {
        if (BlockLayer().Match(name) is { Success: true } match)
        {
            var stage = int.Parse(match.Groups["stage"].ValueSpan, CultureInfo.InvariantCulture);
            var block = int.Parse(match.Groups["block"].ValueSpan, CultureInfo.InvariantCulture);
            return (stage == 0 ? unexpanded : expanded).TryGetValue(match.Groups["layer"].Value, out var layer)
                ? $"{Block(stage, block)}.{layer}.{match.Groups["tensor"].Value}"
                : name;
        }

        var dot = name.LastIndexOf('.');
        return dot > 0 && _ends.TryGetValue(name[..dot], out var end) ? end + name[dot..] : name;
    }

    /// <summary>torchvision's name of a block.</summary>
    protected abstract string Block(int stage, int block);

    [GeneratedRegex(@"^blocks\.(?<stage>\d)\.(?<block>\d+)\.(?<layer>.+)\.(?<tensor>\w+)$")]
    private static partial Regex BlockLayer();
}
