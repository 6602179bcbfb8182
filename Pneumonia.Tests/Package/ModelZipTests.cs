using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core;
using Pneumonia.Core.Data;
using Pneumonia.Core.Files;
using Pneumonia.Core.Package;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Tests.Package;

public sealed class ModelZipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Zip => Path.Combine(_folder.Path, "model.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_back()
    {
        var written = SampleModel.Write(Zip);
        var content = ModelZip.Read(Zip);

        Assert.Equal(SampleModel.Weights, content.Weights);
        Assert.Equal(Text(written), Text(content.Information));
        Assert.Equal(Text(written), Text(ModelZip.ReadInformation(Zip)));
        Assert.Equal(written.Manifest.Entries["weights.safetensors"], content.Information.Calibration.WeightsSha256);
        Assert.Equal(8, content.Information.Version.Length);
    }

    [Fact]
    public void The_zip_holds_our_entries_before_ML_NETs_and_weights_as_they_are()
    {
        SampleModel.Write(Zip);

        Assert.Equal(
            ["manifest.json", "weights.safetensors", "calibration.json", "evaluation.json", "model-card.md"],
            SampleModel.Entries(Zip).Keys.Take(5));
        Assert.All(SampleModel.Entries(Zip).Keys.Skip(5), name => Assert.True(ChainEntries.Contain(name), name));
        Assert.True(File.ReadAllBytes(Zip).AsSpan().IndexOf(SampleModel.Weights) > 0);
        Assert.True(File.ReadAllBytes(Zip).AsSpan().IndexOf(SampleModel.Onnx) > 0);
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes()
    {
        SampleModel.Write(Zip);
        SampleModel.Write(Path.Combine(_folder.Path, "again.zip"));

        Assert.Equal(File.ReadAllBytes(Zip), File.ReadAllBytes(Path.Combine(_folder.Path, "again.zip")));
    }

    [Fact]
    public void Writing_replaces_the_file_and_leaves_nothing_beside_it()
    {
        File.WriteAllText(Zip, "old");

        SampleModel.Write(Zip);

        Assert.Equal([Zip], Directory.GetFiles(_folder.Path));
        ModelZip.Read(Zip);
    }

    [Fact]
    public void A_calibration_of_other_weights_is_refused_on_writing()
    {
        var information = SampleModel.Information();
        information = information with { Calibration = information.Calibration with { WeightsSha256 = new string('a', 64) } };

        var refusal = Assert.Throws<InvalidModelException>(() => SampleModel.Write(Zip, information));

        Assert.Equal("its calibration belongs to other weights.", refusal.Reason);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_figure_that_is_not_finite_is_refused_on_writing()
    {
        var information = SampleModel.Information();
        information = information with { Evaluation = information.Evaluation with { Brier = new Estimate(double.NaN, 0, 1) } };

        Assert.Throws<InvalidModelException>(() => SampleModel.Write(Zip, information));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        File.WriteAllText(Zip, "a file, not a folder");
        var path = Path.Combine(Zip, "model.zip");

        Assert.StartsWith(
            $"{path}: cannot be written",
            Assert.Throws<UserException>(() => SampleModel.Write(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_from_before_there_were_several_positive_classes_is_read()
    {
        SampleModel.Write(Zip);
        var entries = SampleModel.Entries(Zip);
        var manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
        Assert.True(manifest.Remove("positiveClasses") && manifest.Remove("labels"));
        entries["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        SampleModel.Pack(Zip, entries);

        var read = ModelZip.ReadInformation(Zip).Manifest;

        Assert.Equal(["PNEUMONIA"], read.PositiveClasses);
        Assert.Equal("PNEUMONIA", read.Positive.ToString());
        Assert.Equal(LabelScheme.Folders, read.Labels);
    }

    private static string Text(ModelInformation information) => JsonSerializer.Serialize(information, ModelJson.Options);
}
