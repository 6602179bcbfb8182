using System.Globalization;
using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained.TensorFlowJs;

/// <summary>Keras' Inception v3 (keras/applications/inception_v3.py), whose layers are numbered in the order in which they are
/// made, which is the order of torchvision's: <c>conv2d_I/kernel</c>, <c>batch_normalization_I/beta</c>.</summary>
/// <remarks>Keras trains it on pixels between -1 and 1, without a scale (gamma) in its norms.</remarks>
internal static partial class KerasInceptionV3
{
    private static readonly string[] s_mixed5 =
        ["branch1x1", "branch5x5_1", "branch5x5_2", "branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3", "branch_pool"];

    private static readonly string[] s_mixed6 =
    [
        "branch1x1", "branch7x7_1", "branch7x7_2", "branch7x7_3",
        "branch7x7dbl_1", "branch7x7dbl_2", "branch7x7dbl_3", "branch7x7dbl_4", "branch7x7dbl_5", "branch_pool",
    ];

    private static readonly string[] s_mixed7 =
    [
        "branch1x1", "branch3x3_1", "branch3x3_2a", "branch3x3_2b",
        "branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3a", "branch3x3dbl_3b", "branch_pool",
    ];

    /// <summary>Our names of the 94 pairs of convolution and norm, in Keras' order.</summary>
    public static IReadOnlyList<string> Layers { get; } =
    [
        "Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3", "Conv2d_3b_1x1", "Conv2d_4a_3x3",
        .. In("Mixed_5b", s_mixed5), .. In("Mixed_5c", s_mixed5), .. In("Mixed_5d", s_mixed5),
        .. In("Mixed_6a", ["branch3x3", "branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3"]),
        .. In("Mixed_6b", s_mixed6), .. In("Mixed_6c", s_mixed6), .. In("Mixed_6d", s_mixed6), .. In("Mixed_6e", s_mixed6),
        .. In("Mixed_7a", ["branch3x3_1", "branch3x3_2", "branch7x7x3_1", "branch7x7x3_2", "branch7x7x3_3", "branch7x7x3_4"]),
        .. In("Mixed_7b", s_mixed7), .. In("Mixed_7c", s_mixed7),
    ];

    /// <summary>Gives the tensors our names and our order of dimensions.</summary>
    /// <param name="weights">Keras' names and shapes.</param>
    /// <returns>What belongs to none of the 94 pairs keeps its name. Owned by the caller's scope.</returns>
    /// <exception cref="InvalidDataException">It is another architecture.</exception>
    public static Dictionary<string, Tensor> Translate(IReadOnlyDictionary<string, Tensor> weights)
    {
        var convolutions = LayersByPrefix(weights.Keys, "conv2d", "conv");
        var norms = LayersByPrefix(weights.Keys, "batch_normalization", "bn");
        var layers = convolutions.Concat(norms).ToDictionary();
        var translated = new Dictionary<string, Tensor>();
        foreach (var (name, tensor) in weights)
        {
            var slash = name.LastIndexOf('/');
            var part = slash > 0 && layers.ContainsKey(name[..slash]) ? Part(name[(slash + 1)..]) : null;
            var ours = part is null ? name : $"{layers[name[..slash]]}.{part}";
            translated[ours] = part is not null && tensor.dim() == 4 ? ToOurOrder(tensor) : tensor;
        }

        foreach (var norm in norms.Values)
        {
            if (translated.TryGetValue($"{norm}.running_mean", out var mean))
            {
                translated.TryAdd($"{norm}.weight", ones_like(mean));
            }
        }

        return translated;
    }

    // [height, width, in, out] to [out, in, height, width].
    private static Tensor ToOurOrder(Tensor kernel) => kernel.permute(3, 2, 0, 1).contiguous();

    private static string? Part(string name) => name switch
    {
        "kernel" or "gamma" => "weight",
        "beta" => "bias",
        "moving_mean" => "running_mean",
        "moving_variance" => "running_var",
        _ => null,
    };

    // Keras counts on through a process, and newer ones give the first layer no number: the order alone matters.
    private static Dictionary<string, string> LayersByPrefix(IEnumerable<string> names, string kind, string ours)
    {
        var prefixes = names.Select(name => name[..Math.Max(name.LastIndexOf('/'), 0)])
            .Distinct()
            .Select(prefix => (Prefix: prefix, Match: Numbered().Match(prefix)))
            .Where(layer => layer.Match.Success && layer.Match.Groups["kind"].Value == kind)
            .OrderBy(layer => layer.Match.Groups["number"] is { Success: true } number
                ? long.Parse(number.ValueSpan, CultureInfo.InvariantCulture)
                : 0)
            .Select(layer => layer.Prefix)
            .ToArray();
        return prefixes.Length == Layers.Count
            ? prefixes.Zip(Layers).ToDictionary(pair => pair.First, pair => $"{pair.Second}.{ours}")
            : throw new InvalidDataException(
                $"it has {prefixes.Length} layers called {kind}, where Keras' Inception v3 has {Layers.Count}.");
    }

    private static IEnumerable<string> In(string module, string[] layers) => layers.Select(layer => $"{module}.{layer}");

    [GeneratedRegex(@"(^|/)(?<kind>conv2d|batch_normalization)(_(?<number>\d{1,9}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
