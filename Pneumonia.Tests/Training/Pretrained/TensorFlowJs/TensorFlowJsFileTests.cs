using System.Runtime.InteropServices;
using System.Text;
using Pneumonia.Core.Package;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Pretrained;
using Pneumonia.Model.Training.Pretrained.TensorFlowJs;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Training.Pretrained.TensorFlowJs;

public sealed class TensorFlowJsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_kind_of_number_is_read_and_a_weight_may_go_on_in_the_next_shard()
    {
        var model = new MadeModel()
            .Add("plain", [2, 1], Bytes<float>([1.5f, -2]))
            .Add("byte", [3], [0, 1, 255], new { dtype = "uint8", scale = 0.5, min = -3.0 })
            .Add("short", [2], Bytes<ushort>([0, 65535]), new { dtype = "uint16", scale = 0.001, min = 1.0 })
            .Add("half", [], Bytes<Half>([(Half)0.25]), new { dtype = "float16" });

        var tensors = TensorFlowJsFile.Read(model.Write(_folder, "shard1", "shard2", "shard3"));

        Assert.Equal([2, 1], tensors["plain"].shape.ToArray());
        Assert.Equal([1.5f, -2], tensors["plain"].ToArray<float>());
        Assert.Equal([-3f, -2.5f, 124.5f], tensors["byte"].ToArray<float>());
        Assert.Equal([1f, 66.535f], tensors["short"].ToArray<float>());
        Assert.Equal([0.25f], tensors["half"].ToArray<float>());
    }

    [Fact]
    public void The_hash_that_is_recorded_covers_the_shards()
    {
        var path = Small().Write(_folder, "shard");
        var before = WeightFile.Describe(path, "note");
        _folder.Write("shard", [9, 9, 9, 9]);

        Assert.Equal(("model.json", "note"), (before.File, before.Note));
        Assert.NotEqual(before.Sha256, WeightFile.Describe(path, null).Sha256);
    }

    [Fact]
    public void A_missing_shard_is_named()
    {
        var path = Small().Write(_folder, "shard1", "shard2");
        File.Delete(Path.Combine(_folder.Path, "shard2"));

        Assert.Equal("the file shard2, which the manifest names, is missing.", Refused(path));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Shards_of_another_length_are_refused(int length)
    {
        var path = Small().Write(_folder, "shard");
        _folder.Write("shard", new byte[length]);

        Assert.Equal($"shard: {length} bytes, where the weights in the manifest take 4.", Refused(path));
    }

    [Theory]
    [InlineData("../shard")]
    [InlineData("/etc/hostname")]
    public void A_shard_outside_of_the_folder_is_refused(string shard)
    {
        var path = Small().Write(_folder, "shard");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"shard\"", $"\"{shard}\"", StringComparison.Ordinal));

        Assert.Contains("is not the name of a file in the same folder", Refused(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("""{"weightsManifest": [{"paths": null, "weights": []}]}""")]
    public void Other_files_are_refused(string content) =>
        Refused(_folder.Write("model.json", Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_type_that_is_not_read_is_named() => Assert.Equal(
        "the weight names is of type string, which is not read.",
        Refused(new MadeModel().Add("names", [4], new byte[4], dtype: "string").Write(_folder, "shard")));

    [Fact]
    public void An_impossible_shape_is_named() => Assert.Equal(
        "the weight huge has the shape [65536, 65536].",
        Refused(new MadeModel().Add("huge", [65536, 65536], []).Write(_folder, "shard")));

    private static MadeModel Small() => new MadeModel().AddBytes("small", [4], i => (byte)i);

    private static string Refused(string path) =>
        Assert.Throws<InvalidDataException>(() => TensorFlowJsFile.Read(path)).Message;

    private static byte[] Bytes<T>(T[] values) where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();
}
