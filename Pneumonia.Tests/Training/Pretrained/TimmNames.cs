namespace Pneumonia.Tests.Training.Pretrained;

/// <summary>Names of timm's tensors, written down from the structure of its networks of inverted bottlenecks in the order in
/// which they are computed; torchvision's stand in the same order.</summary>
internal static class TimmNames
{
    /// <summary><c>efficientnet_b0</c>.</summary>
    public static IEnumerable<string> EfficientNetB0 => Network([1, 2, 2, 3, 3, 4, 1], squeeze: true);

    /// <summary><c>mobilenetv2_100</c>.</summary>
    public static IEnumerable<string> MobileNetV2 => Network([1, 2, 3, 4, 3, 3, 1], squeeze: false);

    private static IEnumerable<string> Network(int[] blocks, bool squeeze)
    {
        List<string> names = [.. ConvNorm("conv_stem", "bn1")];
        foreach (var (stage, count) in blocks.Index())
        {
            for (var block = 0; block < count; block++)
            {
                string[] gate = squeeze
                    ? ["se.conv_reduce.weight", "se.conv_reduce.bias", "se.conv_expand.weight", "se.conv_expand.bias"]
                    : [];
                string[] layers = stage == 0
                    ? [.. ConvNorm("conv_dw", "bn1"), .. gate, .. ConvNorm("conv_pw", "bn2")]
                    : [.. ConvNorm("conv_pw", "bn1"), .. ConvNorm("conv_dw", "bn2"), .. gate, .. ConvNorm("conv_pwl", "bn3")];
                names.AddRange(layers.Select(layer => $"blocks.{stage}.{block}.{layer}"));
            }
        }

        return [.. names, .. ConvNorm("conv_head", "bn2"), "classifier.weight", "classifier.bias"];
    }

    private static IEnumerable<string> ConvNorm(string convolution, string norm) =>
    [
        $"{convolution}.weight",
        $"{norm}.weight", $"{norm}.bias", $"{norm}.running_mean", $"{norm}.running_var", $"{norm}.num_batches_tracked",
    ];
}
