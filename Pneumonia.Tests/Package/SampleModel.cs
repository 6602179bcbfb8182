using System.IO.Compression;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Statistics;
using Pneumonia.Model.Packaging.Calibrating;
using Pneumonia.Model.Studies.Evaluate;

namespace Pneumonia.Tests.Package;

/// <summary>A small model zip whose weights are any bytes, and ways to damage it.</summary>
internal static class SampleModel
{
    public static byte[] Weights { get; } = [.. Enumerable.Range(0, 3000).Select(i => (byte)(i * 7))];

    public static byte[] Onnx { get; } = TinyGraph.Of(Information());

    /// <summary>Writes it, or what a test made of it.</summary>
    public static ModelInformation Write(string path, ModelInformation? information = null) =>
        ModelZip.Write(path, information ?? Information(), Weights, Onnx);

    public static ModelInformation Information()
    {
        ScoredImage[] images = [new("a", true, 0.9), new("b", true, 0.7), new("c", false, 0.4), new("d", false, 0.2)];
        return new ModelInformation(
            new ModelManifest
            {
                Name = "pneumonia",
                Created = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero),
                Architecture = "resnet18",
                Classes = ["NORMAL", "PNEUMONIA"],
                PositiveClass = "PNEUMONIA",
                Preprocessing = new Preprocessing(),
                Training = new TrainingRecord(),
                Data = new DataFingerprint("chest_xray", 4000, 2000, 400, 200, new string('0', 64), Synthetic: false),
                Software = new Dictionary<string, string> { ["libtorch"] = "1.13.1" },
            },
            new Calibration
            {
                Temperature = 1.3,
                Default = "balanced",
                OperatingPoints = [Thresholds.Youden(images), Thresholds.ForSensitivity(images, 0.98)],
                WeightsSha256 = string.Empty,
            },
            BinaryEvaluation.Evaluate(
                images, new EvaluationOptions { Data = "held-out patients of train", PositiveClass = "PNEUMONIA", Resamples = 20 }),
            "# pneumonia\n\nNot a medical device.\n");
    }

    /// <summary>Unpacks a zip into memory.</summary>
    public static Dictionary<string, byte[]> Entries(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        });
    }

    /// <summary>Packs any entries as a zip, without a check.</summary>
    public static void Pack(string path, IEnumerable<KeyValuePair<string, byte[]>> entries)
    {
        using var stream = File.Create(path);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var target = zip.CreateEntry(name).Open();
            target.Write(bytes);
        }
    }

    /// <summary>All that a reader would take from a file, as text.</summary>
    public static string Fingerprint(string path)
    {
        var content = ModelZip.Read(path);
        return string.Join('\n', [
            System.Text.Json.JsonSerializer.Serialize(content.Information, ModelJson.Options),
            Convert.ToHexString(content.Weights), Convert.ToHexString(content.Onnx)]);
    }
}
