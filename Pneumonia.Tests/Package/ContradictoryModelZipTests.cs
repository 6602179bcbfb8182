using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Pneumonia.Core.Package;

namespace Pneumonia.Tests.Package;

/// <summary>Zips whose hashes are right and whose content is not.</summary>
public sealed class ContradictoryModelZipTests : IDisposable
{
    private const string Share = "{\"value\":0.5,\"low\":0,\"high\":1}";

    private const string Multiclass =
        $"{{\"accuracy\":{Share},\"balancedAccuracy\":{Share},\"macroAuc\":{Share},\"macroF1\":{Share},\"kappa\":{Share},\"classes\":[],\"confusion\":[]}}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("manifest.json", "schema", "3", "it has schema 3, and this program understands schema 2.")]
    [InlineData("manifest.json", "schema", null, "its manifest.json is not understood")]
    [InlineData("manifest.json", "classes", "[\"NORMAL\"]", "its manifest lists 1 classes")]
    [InlineData("manifest.json", "classes", "[\"PNEUMONIA\",\"PNEUMONIA\"]", "its manifest lists a class twice.")]
    [InlineData("manifest.json", "classes", "[\"PNEUMONIA\",null]", "its manifest lists a class without a name.")]
    [InlineData("manifest.json", "classes", "7", "its manifest.json is not understood")]
    [InlineData("manifest.json", "positiveClass", "\"COVID\"", "its positive class COVID is none of its classes.")]
    [InlineData("manifest.json", "positiveClass", "\"NORMAL\"", "NORMAL is no name for the positive classes PNEUMONIA.")]
    [InlineData("manifest.json", "positiveClasses", "[\"COVID\"]", "it lists a positive class twice, or one that is none of its classes.")]
    [InlineData("manifest.json", "positiveClasses", "[\"NORMAL\",\"PNEUMONIA\"]", "its positive classes are none or all of its classes.")]
    [InlineData("manifest.json", "positiveClasses", "[]", "its positive classes are none or all of its classes.")]
    [InlineData("manifest.json", "positiveClasses", "null", "its manifest.json is not understood")]
    [InlineData("manifest.json", "labels", "\"guessed\"", "its manifest.json is not understood")]
    [InlineData("manifest.json", "architecture", null, "its manifest.json is not understood")]
    [InlineData("manifest.json", "architecture", "null", "its manifest.json is not understood")]
    [InlineData("manifest.json", "preprocessing", "{\"width\":0}", "its input of 0 x 224 pixels is out of range.")]
    [InlineData("manifest.json", "preprocessing", "{\"std\":0}", "its mean and standard deviation of grey levels make no sense.")]
    [InlineData("manifest.json", "entries", "{}", "its manifest does not list the hashes of all other entries.")]
    [InlineData("calibration.json", "temperature", "0", "its temperature is 0, and must be more than 0.")]
    [InlineData("calibration.json", "temperature", "-1", "its temperature is -1, and must be more than 0.")]
    [InlineData("calibration.json", "temperature", "1e999", "its ")]
    [InlineData("calibration.json", "temperature", null, "its calibration.json is not understood")]
    [InlineData("calibration.json", "bias", "[1]", "its calibration has 1 biases for 2 classes")]
    [InlineData("calibration.json", "bias", "null", "its calibration.json is not understood")]
    [InlineData("calibration.json", "prevalence", "1", "the prevalence of its calibration is not between 0 and 1.")]
    [InlineData("calibration.json", "default", "\"none\"", "its default operating point none is not among its operating points.")]
    [InlineData("calibration.json", "operatingPoints", "[]", "its default operating point balanced is not among")]
    [InlineData("calibration.json", "operatingPoints", "[null]", "one of its operating points is null.")]
    [InlineData("calibration.json", "weightsSha256", "\"00\"", "its calibration belongs to other weights.")]
    [InlineData("evaluation.json", "auc", null, "its evaluation.json is not understood")]
    [InlineData("evaluation.json", "positiveClass", "\"NORMAL\"", "its evaluation is of NORMAL, and its positive class is PNEUMONIA.")]
    [InlineData("evaluation.json", "multiclass", "{}", "its evaluation.json is not understood")]
    [InlineData("evaluation.json", "multiclass", Multiclass, "its evaluation's figures by class are not of its classes.")]
    public void A_member_that_makes_no_sense_is_refused(string entry, string member, string? value, string reason)
    {
        var refusal = Refusal(entry, json =>
        {
            json.Remove(member);
            if (value is not null)
            {
                json[member] = JsonNode.Parse(value);
            }
        });

        Assert.StartsWith(reason, refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.1)]
    public void A_threshold_that_is_no_probability_is_refused(double threshold) => Assert.Equal(
        "the threshold of one of its operating points is not between 0 and 1.",
        Refusal("calibration.json", json => json["operatingPoints"]![1]!["threshold"] = threshold).Reason);

    [Fact]
    public void Two_operating_points_of_one_name_are_refused() => Assert.Equal(
        "two of its operating points have the same name.",
        Refusal("calibration.json", json => json["operatingPoints"]![1]!["name"] = "balanced").Reason);

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"temperature\":1,\"temperature\":2}")]
    public void An_entry_that_is_no_json_is_refused(string text)
    {
        var refusal = Refusal(entries => entries["calibration.json"] = Encoding.UTF8.GetBytes(text));

        Assert.StartsWith("its calibration.json is ", refusal.Reason, StringComparison.Ordinal);
    }

    private InvalidModelException Refusal(string entry, Action<JsonObject> change) => Refusal(entries =>
    {
        var json = JsonNode.Parse(entries[entry])!.AsObject();
        change(json);
        entries[entry] = Encoding.UTF8.GetBytes(json.ToJsonString());
    });

    /// <summary>Changes entries, puts their hashes right where the manifest still lists them, and reads the zip.</summary>
    private InvalidModelException Refusal(Action<Dictionary<string, byte[]>> change)
    {
        var path = Path.Combine(_folder.Path, "model.zip");
        SampleModel.Write(path);
        var entries = SampleModel.Entries(path);
        change(entries);
        var manifest = JsonNode.Parse(entries["manifest.json"])!.AsObject();
        foreach (var name in manifest["entries"]!.AsObject().Select(member => member.Key).ToArray())
        {
            manifest["entries"]![name] = Convert.ToHexStringLower(SHA256.HashData(entries[name]));
        }

        entries["manifest.json"] = Encoding.UTF8.GetBytes(manifest.ToJsonString());
        SampleModel.Pack(path, entries);
        return Assert.Throws<InvalidModelException>(() => ModelZip.Read(path));
    }
}
