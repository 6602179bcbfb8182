using System.IO.Compression;
using System.Text;
using Microsoft.ML;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

public sealed class DamagedModelZipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _good;

    public DamagedModelZipTests()
    {
        SampleModel.Write(Zip);
        _good = File.ReadAllBytes(Zip);
    }

    private string Zip => Path.Combine(_folder.Path, "model.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_is_refused()
    {
        File.Delete(Zip);
        AssertRefused("the file does not exist.");
    }

    [Fact]
    public void A_folder_is_refused()
    {
        File.Delete(Zip);
        Directory.CreateDirectory(Zip);
        AssertRefused("is a folder, and a model is one zip file.");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllBytes(Zip, []);
        AssertRefused("the file is empty.");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("This is a text of more than twenty-two bytes, and no zip.")]
    public void A_file_that_is_no_zip_is_refused(string text)
    {
        File.WriteAllText(Zip, text);
        AssertRefused("it is no zip file");
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (var length = 1; length < _good.Length; length += 97)
        {
            File.WriteAllBytes(Zip, _good[..length]);
            AssertRefused("it is no zip file");
        }

        File.WriteAllBytes(Zip, _good[..^1]);
        AssertRefused("it is no zip file");
    }

    [Fact]
    public void A_flipped_byte_is_refused_or_changes_nothing()
    {
        var content = SampleModel.Fingerprint(Zip);
        var random = new Random(11);
        var refused = 0;
        const int Flips = 600;
        for (var i = 0; i < Flips; i++)
        {
            var bytes = (byte[])_good.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(Zip, bytes);
            try
            {
                Assert.Equal(content, SampleModel.Fingerprint(Zip));
            }
            catch (InvalidModelException refusal)
            {
                Assert.StartsWith($"{Zip}: ", refusal.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, Flips * 3 / 4, Flips);
    }

    [Fact]
    public void Every_flipped_byte_of_the_zip_directory_and_of_headers_is_refused_or_changes_nothing()
    {
        var content = SampleModel.Fingerprint(Zip);
        var directory = _good.AsSpan().IndexOf("PK\x01\x02"u8);
        foreach (var place in Enumerable.Range(0, 64).Concat(Enumerable.Range(directory, _good.Length - directory)))
        {
            foreach (byte mask in new byte[] { 0x01, 0x08, 0x80, 0xFF })
            {
                var bytes = (byte[])_good.Clone();
                bytes[place] ^= mask;
                File.WriteAllBytes(Zip, bytes);
                try
                {
                    Assert.Equal(content, SampleModel.Fingerprint(Zip));
                }
                catch (InvalidModelException refusal)
                {
                    Assert.StartsWith($"{Zip}: ", refusal.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("weights.safetensors")]
    [InlineData("calibration.json")]
    [InlineData("evaluation.json")]
    [InlineData("model-card.md")]
    public void A_missing_entry_is_refused(string name)
    {
        var entries = SampleModel.Entries(Zip);
        entries.Remove(name);
        SampleModel.Pack(Zip, entries);
        AssertRefused($"its {name} is missing.");

        entries["other.json"] = [];
        SampleModel.Pack(Zip, entries);
        AssertRefused("it holds an entry that is no part of a model.");
    }

    [Fact]
    public void An_extra_entry_is_refused()
    {
        SampleModel.Pack(Zip, SampleModel.Entries(Zip).Append(new("run.sh", "rm -rf"u8.ToArray())));
        AssertRefused("it holds an entry that is no part of a model.");
    }

    [Fact]
    public void An_entry_held_twice_is_refused()
    {
        var entries = SampleModel.Entries(Zip);
        entries.Remove("model-card.md");
        SampleModel.Pack(Zip, entries.Append(new("manifest.json", entries["manifest.json"])));
        AssertRefused("it holds manifest.json twice.");
    }

    [Theory]
    [InlineData("../manifest.json")]
    [InlineData("/etc/manifest.json")]
    [InlineData("a/../../manifest.json")]
    [InlineData("..\\manifest.json")]
    [InlineData("C:manifest.json")]
    public void A_path_that_climbs_out_is_refused(string name)
    {
        var entries = SampleModel.Entries(Zip);
        entries[name] = entries["manifest.json"];
        entries.Remove("manifest.json");
        SampleModel.Pack(Zip, entries);
        AssertRefused("one of its entries has a path that leaves the zip.");
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var entries = SampleModel.Entries(Zip);
        entries["model-card.md"] = new byte[15 << 20];
        SampleModel.Pack(Zip, entries);
        AssertRefused("its model-card.md would unpack to more than 200 times its size.");

        entries["model-card.md"] = new byte[17 << 20];
        SampleModel.Pack(Zip, entries);
        AssertRefused("its model-card.md would unpack to more than 16777216 bytes.");
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_refused()
    {
        var entries = SampleModel.Entries(Zip);
        entries["model-card.md"] = new byte[15 << 20];
        SampleModel.Pack(Zip, entries);
        var bytes = File.ReadAllBytes(Zip);
        var real = BitConverter.GetBytes(15 << 20);
        for (var place = bytes.AsSpan().IndexOf(real); place >= 0; place = bytes.AsSpan().IndexOf(real))
        {
            BitConverter.GetBytes(100).CopyTo(bytes, place);
        }

        File.WriteAllBytes(Zip, bytes);
        AssertRefused("");
    }

    [Fact]
    public void A_changed_weight_is_refused_by_its_hash()
    {
        var entries = SampleModel.Entries(Zip);
        entries["weights.safetensors"][100] ^= 1;
        SampleModel.Pack(Zip, entries);
        AssertRefused("its weights.safetensors is not what the manifest's hash tells; the file is damaged.");
    }

    [Theory]
    [InlineData("Schema")]
    [InlineData("TransformerChain/Transform_000/Model.key")]
    [InlineData("TransformerChain/Transform_002/OnnxModel")]
    public void A_changed_entry_of_ML_NETs_is_refused_before_ML_NET_sees_it(string name)
    {
        var entries = SampleModel.Entries(Zip);
        entries[name][^1] ^= 1;
        SampleModel.Pack(Zip, entries);

        var refusal = Assert.Throws<InvalidModelException>(() => ModelZip.Load(Zip, new MLContext(), out _));

        Assert.Equal($"its {name} is not what the manifest's hash tells; the file is damaged.", refusal.Reason);
    }

    [Fact]
    public void An_entry_like_ML_NETs_that_the_manifest_does_not_list_is_refused()
    {
        SampleModel.Pack(Zip, SampleModel.Entries(Zip).Append(new("TransformerChain/Transform_000/Other", [1])));
        AssertRefused("its manifest does not list the hashes of all other entries.");
    }

    [Fact]
    public void A_manifest_with_a_flipped_bit_is_refused_by_its_checksum()
    {
        var entries = SampleModel.Entries(Zip);
        using (var stream = File.Create(Zip))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var target = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                target.Write(bytes);
            }
        }

        SampleModel.Fingerprint(Zip);
        var stored = File.ReadAllBytes(Zip);
        stored[stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes("resnet18")) + 7] ^= 1;
        File.WriteAllBytes(Zip, stored);
        AssertRefused("its manifest.json does not match its checksum; the file is damaged.");
    }

    private void AssertRefused(string reason)
    {
        var refusal = Assert.Throws<InvalidModelException>(() => ModelZip.Read(Zip));
        Assert.StartsWith($"{Zip}: {reason}", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }
}
