using System.Text.Json;

namespace Pneumonia.Tests.Training.Pretrained.TensorFlowJs;

/// <summary>Writes TensorFlow.js models.</summary>
internal sealed class MadeModel
{
    private readonly List<object> _weights = [];
    private readonly List<byte> _bytes = [];

    /// <summary>Adds a weight as it is stored.</summary>
    public MadeModel Add(string name, long[] shape, byte[] bytes, object? quantization = null, string dtype = "float32")
    {
        _weights.Add(quantization is null ? new { name, shape, dtype } : new { name, shape, dtype, quantization });
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Adds a weight of one byte a value.</summary>
    public MadeModel AddBytes(string name, long[] shape, Func<int, byte> value, double scale = 0.01, double min = -1) =>
        Add(
            name,
            shape,
            [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, side) => product * side)).Select(value)],
            new { dtype = "uint8", scale, min });

    /// <summary>Writes model.json and its shards.</summary>
    /// <returns>Path of model.json.</returns>
    public string Write(TemporaryFolder folder, params string[] shards)
    {
        var length = (_bytes.Count + shards.Length - 1) / shards.Length;
        foreach (var (i, shard) in shards.Index())
        {
            folder.Write(shard, [.. _bytes.Skip(i * length).Take(length)]);
        }

        var json = new { modelTopology = new { }, format = "layers-model", weightsManifest = new[] { new { paths = shards, weights = _weights } } };
        return folder.Write("model.json", JsonSerializer.SerializeToUtf8Bytes(json));
    }
}
