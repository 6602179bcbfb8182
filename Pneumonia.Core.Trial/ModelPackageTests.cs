using System.IO.Compression;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Pneumonia.Core.Package;

namespace Pneumonia.Core.Trial;

public sealed class ModelPackageTests
{
    private static readonly Dictionary<string, long> Limits = new() { ["model-card.md"] = 1000 };
    private readonly TrialModel _model = new();

    [Fact]
    public void Entries_of_ours_stand_beside_ML_NETs_and_both_can_be_read()
    {
        using var package = Opened(_model.Zip());
        Assert.Equal("# Trial"u8, package.Read("model-card.md"));
        var ml = new MLContext();
        ml.ComponentCatalog.RegisterAssembly(typeof(TrialMapping).Assembly);
        using var model = (IDisposable)package.Load(ml, out var schema);
        Assert.Single(schema);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_ONNX_file_runs_batches_without_ML_NET(bool mirrored)
    {
        var model = new TrialModel { Mirrored = mirrored };
        using var package = Opened(model.Zip());
        using var session = new InferenceSession(package.ReadOnnx());
        var random = new Random(3);
        float[] pixels = [.. Enumerable.Range(0, 4 * TrialModel.Height * TrialModel.Width).Select(_ => random.NextSingle() - 0.5f)];
        var input = new DenseTensor<float>(pixels, [4, 1, TrialModel.Height, TrialModel.Width]);
        using var answers = session.Run([NamedOnnxValue.CreateFromTensor("Pixels", input)], [ModelGraph.Logits, "Score", ModelGraph.VerdictIndex, "Verdict"]);
        var verdicts = answers[3].AsEnumerable<string>().ToArray();
        for (var i = 0; i < 4; i++)
        {
            var image = pixels.AsSpan(i * TrialModel.Height * TrialModel.Width, TrialModel.Height * TrialModel.Width);
            Assert.Equal(model.Logits(image), answers[0].AsEnumerable<float>().Skip(i * 3).Take(3).Select(x => (double)x), (a, b) => Math.Abs(a - b) < 1e-5);
            Assert.Equal(model.Probabilities(image), answers[1].AsEnumerable<float>().Skip(i * 3).Take(3).Select(x => (double)x), (a, b) => Math.Abs(a - b) < 1e-5);
            Assert.Equal(verdicts[i], model.Judgement.Classes[(int)answers[2].AsEnumerable<long>().ElementAt(i)]);
        }
    }

    [Theory]
    [InlineData("TransformerChain/Transform_002/OnnxModel")]
    [InlineData("TransformerChain/Transform_000/Model.key")]
    [InlineData("Schema")]
    [InlineData("model-card.md")]
    public void A_changed_entry_is_found_before_anything_is_loaded(string name)
    {
        var changed = Edited(zip =>
        {
            var bytes = Content(zip.GetEntry(name)!);
            bytes[^1] ^= 1;
            zip.GetEntry(name)!.Delete();
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        });
        using var package = ModelPackage.Open(new MemoryStream(changed), Limits);
        var error = Assert.Throws<InvalidDataException>(() => package.Verify(Hashes(package)));
        Assert.Equal($"its {name} does not match the manifest's hash.", error.Message);
        Assert.Throws<InvalidOperationException>(() => package.Load(new MLContext(), out _));
        Assert.Throws<InvalidOperationException>(package.ReadOnnx);
    }

    [Theory]
    [InlineData("TransformerChain/Transform_000/Other", "its TransformerChain/Transform_000/Other is not in the manifest.")]
    [InlineData("other.txt", "it holds an entry that is no part of a model.")]
    [InlineData("TransformerChain/../../x", "one of its entries has a path that leaves the zip.")]
    [InlineData("Schema", "it holds Schema twice.")]
    public void An_entry_too_many_is_refused(string name, string message)
    {
        var edited = Edited(zip => zip.CreateEntry(name));
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Opened(edited).Dispose()).Message);
    }

    [Fact]
    public void A_missing_entry_is_named()
    {
        var edited = Edited(zip => zip.GetEntry("Schema")!.Delete());
        Assert.Equal("its Schema is missing.", Assert.Throws<InvalidDataException>(() => Opened(edited).Dispose()).Message);
    }

    private static ModelPackage Opened(byte[] zip)
    {
        var package = ModelPackage.Open(new MemoryStream(zip), Limits);
        package.Verify(Hashes(package));
        return package;
    }

    private static Dictionary<string, string> Hashes(ModelPackage package) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(package.Read(ModelPackage.ManifestName))!;

    private byte[] Edited(Action<ZipArchive> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(_model.Zip());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            edit(zip);
        }

        return stream.ToArray();
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
