using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained.MlNet;

/// <summary>Reads the ResNet-18 of ML.NET's <c>DnnImageFeaturizer</c>: ONNX written by CNTK 2.6, whose tensors bear numbers for names. What
/// a convolution is called follows from its place: the graph lists each block's in order, a projection before the others.</summary>
internal static class DnnResNet18File
{
    private static readonly string[] s_statistics = ["weight", "bias", "running_mean", "running_var"];

    // All but the projections, which are told by their size.
    private static readonly (string Convolution, string Norm)[] s_layers =
    [
        ("conv1", "bn1"),
        .. from block in (string[])["1.0", "1.1", "2.0", "2.1", "3.0", "3.1", "4.0", "4.1", "4.2"]
           from number in (int[])[1, 2]
           select ($"layer{block}.conv{number}", $"layer{block}.bn{number}"),
    ];

    private static readonly (string Convolution, string Norm)[] s_projections =
        [.. from stage in (int[])[2, 3, 4] select ($"layer{stage}.0.downsample.0", $"layer{stage}.0.downsample.1")];

    /// <summary>Reads every weight.</summary>
    /// <param name="path">The package's <c>ResNet18.onnx</c>.</param>
    /// <returns>Tensors under our names; the first convolution's channels are blue, green, red. They belong to the caller's scope.</returns>
    /// <exception cref="InvalidDataException">It is no such network.</exception>
    public static Dictionary<string, Tensor> Read(string path)
    {
        var graph = Parse(path).Graph ?? throw new InvalidDataException("it holds no graph.");
        var weights = graph.Initializer.ToDictionary(weight => weight.Name);
        var norms = graph.Node.Where(node => node.OpType == "BatchNormalization").ToDictionary(node => node.Input[0]);
        var kinds = graph.Node.Where(node => node.OpType == "Conv").ToLookup(node => Find(weights, node, 1).Dims is [_, _, 1, 1]);
        var tensors = new Dictionary<string, Tensor>();
        foreach (var (node, names) in Pair(kinds[false], s_layers).Concat(Pair(kinds[true], s_projections)))
        {
            tensors[$"{names.Convolution}.weight"] = Decode(Find(weights, node, 1));
            var norm = norms.GetValueOrDefault(node.Output[0]) ?? throw new InvalidDataException($"{node.Name} has no batch norm after it.");
            for (var i = 0; i < s_statistics.Length; i++)
            {
                tensors[$"{names.Norm}.{s_statistics[i]}"] = Decode(Find(weights, norm, i + 1));
            }
        }

        return tensors;
    }

    private static ModelProto Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return ModelProto.Parser.ParseFrom(file);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"it is no ONNX file ({e.Message})", e);
        }
    }

    private static IEnumerable<(NodeProto Node, (string Convolution, string Norm) Names)> Pair(
        IEnumerable<NodeProto> nodes, (string Convolution, string Norm)[] names)
    {
        var found = nodes.ToArray();
        return found.Length == names.Length
            ? found.Zip(names)
            : throw new InvalidDataException($"it has {found.Length} convolutions of a kind of which ML.NET's ResNet-18 has {names.Length}.");
    }

    private static TensorProto Find(Dictionary<string, TensorProto> weights, NodeProto node, int input) =>
        node.Input.Count > input && weights.TryGetValue(node.Input[input], out var weight)
            ? weight
            : throw new InvalidDataException($"{node.Name} has no weights of its own.");

    private static Tensor Decode(TensorProto weight)
    {
        var count = weight.Dims.Aggregate(1L, (product, side) => side is > 0 and <= int.MaxValue ? Math.Min(product * side, int.MaxValue) : 0);
        var values = weight.RawData.Length > 0 ? MemoryMarshal.Cast<byte, float>(weight.RawData.Span).ToArray() : [.. weight.FloatData];
        return weight.DataType == (int)TensorProto.Types.DataType.Float && values.Length == count
            ? tensor(values, [.. weight.Dims])
            : throw new InvalidDataException($"the weight {weight.Name} is not {count} numbers of 32 bits.");
    }
}
