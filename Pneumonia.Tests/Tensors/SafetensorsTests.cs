using System.Buffers.Binary;
using System.Text;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Tests.Tensors;

public class SafetensorsTests
{
    [Theory]
    [InlineData(ScalarType.Byte)]
    [InlineData(ScalarType.Int32)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Bool)]
    public void Every_type_comes_back_as_it_was(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>
        {
            ["layer.weight"] = tensor(new float[] { 0, 1, 2, 3, 4, 5 }, [2, 3]).to(type),
            ["empty"] = zeros([0, 3], type),
            ["number"] = ones([], type),
        };
        var stream = new MemoryStream();
        Safetensors.Save(stream, tensors, new Dictionary<string, string> { ["format"] = "pt" });
        var loaded = Safetensors.Load(stream.ToArray());
        Assert.Equal(tensors.Keys.Order(), loaded.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(type, loaded[name].dtype);
            Assert.Equal(tensor.shape, loaded[name].shape);
            Assert.Equal(tensor.ToArray<double>(), loaded[name].ToArray<double>());
        }
    }

    [Fact]
    public void A_file_has_the_published_layout()
    {
        using var scope = NewDisposeScope();
        var stream = new MemoryStream();
        Safetensors.Save(stream, new Dictionary<string, Tensor> { ["a"] = tensor(new float[] { 1, 2 }) });
        var bytes = stream.ToArray();
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""",
            Encoding.UTF8.GetString(bytes, 8, length).TrimEnd());
        Assert.Equal([0, 0, 0x80, 0x3f, 0, 0, 0, 0x40], bytes[(8 + length)..]);
    }

    [Fact]
    public void A_saved_file_replaces_the_old_one_and_leaves_nothing_beside_it()
    {
        using var scope = NewDisposeScope();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "weights.safetensors");
            File.WriteAllText(path, "old");
            var a = ChannelsLast.Of(randn([3, 4, 5, 6]));
            Safetensors.Save(path, new Dictionary<string, Tensor> { ["a"] = a });
            Assert.Equal(a.ToArray<float>(), Safetensors.Load(path)["a"].ToArray<float>());
            Assert.Equal([path], Directory.GetFileSystemEntries(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "tensor a cannot be read")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "after the last tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "Tensor a has a shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,-8]}}""", 8, "data offsets that disagree")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "a is described wrongly")]
    [InlineData("""{"a":{"dtype":"F8","shape":[8],"data_offsets":[0,8]}}""", 8, "a has the unknown type F8")]
    [InlineData("""{"a":{"dtype":"F32","shape":"2","data_offsets":[0,8]}}""", 8, "a is described wrongly")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 4, "a is described wrongly")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "a starts at byte 4")]
    [InlineData("""
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}
        """, 8, "b starts at byte 2")]
    [InlineData("""
        {"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}
        """, 2, "two tensors a")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}}""", 8,
        "tensor a cannot be read")]
    [InlineData("[1]", 0, "not a JSON object")]
    [InlineData("{", 0, "header cannot be read")]
    [InlineData("""{"\ud800":{}}""", 0, "header cannot be read")]
    public void A_broken_file_is_refused_with_its_reason(string header, int bytes, string reason)
    {
        using var scope = NewDisposeScope();
        var json = Encoding.UTF8.GetBytes(header.Trim());
        byte[] file = [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. new byte[bytes]];
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Safetensors.Load(file)).Message);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 0 })]
    [InlineData(new byte[] { 255, 255, 0, 0, 0, 0, 0, 0, 123 })]
    public void A_header_that_is_cut_off_is_refused(byte[] file) =>
        Assert.Contains("header", Assert.Throws<InvalidDataException>(() => Safetensors.Load(file)).Message);
}
