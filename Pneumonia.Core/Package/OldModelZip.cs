using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Files;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Core.Package;

/// <summary>Reads zips of schema 1, which held no ONNX file, so that they can be carried over.</summary>
public static class OldModelZip
{
    /// <summary>Their schema.</summary>
    public const int Schema = 1;

    /// <summary>Reads a zip of the old schema.</summary>
    /// <returns>What it says of itself, and the bytes of its <c>weights.safetensors</c>.</returns>
    /// <exception cref="InvalidModelException">The file is missing, damaged or of another schema.</exception>
    public static (ModelInformation Information, byte[] Weights) Read(string path)
    {
        using var archive = ModelZipArchive.Open(path);
        try
        {
            var manifest = JsonNode.Parse(archive.Read(ModelZipEntries.Manifest))!.AsObject();
            if ((int?)manifest["schema"] is not Schema)
            {
                throw new InvalidModelException(path, $"it has schema {manifest["schema"]}; only zips of schema {Schema} need to be carried over.");
            }

            byte[] Hashed(string name)
            {
                var bytes = archive.Read(name);
                return Convert.ToHexStringLower(SHA256.HashData(bytes)) == (string?)manifest["entries"]?[name]
                    ? bytes
                    : throw new InvalidModelException(path, $"its {name} is not what the manifest's hash tells; the file is damaged.");
            }

            T Parsed<T>(string name) => JsonSerializer.Deserialize<T>(Hashed(name), ModelJson.Options)!;
            var information = new ModelInformation(
                manifest.Deserialize<ModelManifest>(ModelJson.Options)!,
                Parsed<Calibration>(ModelZipEntries.Calibration),
                Parsed<EvaluationReport>(ModelZipEntries.Evaluation),
                Encoding.UTF8.GetString(Hashed(ModelZipEntries.ModelCard)))
            {
                Checks = archive.Hashed.Contains(ModelZipEntries.Checks) ? Parsed<InputChecks>(ModelZipEntries.Checks) : null,
            };
            return (information, Hashed(ModelZipEntries.Weights));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidModelException(path, $"it is not understood: {e.Message}", e);
        }
    }
}
