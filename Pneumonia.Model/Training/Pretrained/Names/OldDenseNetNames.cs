using System.Text.RegularExpressions;

namespace Pneumonia.Model.Training.Pretrained.Names;

/// <summary>torchvision's first DenseNets, whose published files still say <c>norm.1</c> where its code now says
/// <c>norm1</c>.</summary>
internal sealed partial class OldDenseNetNames : IWeightNames
{
    /// <inheritdoc/>
    public string Translate(string name) => Numbered().Replace(name, "$1$2");

    [GeneratedRegex(@"(?<=\.denselayer\d+\.)(norm|conv)\.([12])(?=\.)")]
    private static partial Regex Numbered();
}
