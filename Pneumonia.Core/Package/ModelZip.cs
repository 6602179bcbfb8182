using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.ML;
using Pneumonia.Core.Checks;
using Pneumonia.Core.Files;
using Pneumonia.Core.Judging;
using Pneumonia.Core.Reports;

namespace Pneumonia.Core.Package;

/// <summary>
/// The model zip: manifest, weights, calibration, evaluation and model card in one file. Nothing is ever executed from it, and
/// nothing that it says is believed before its hash is checked.
/// </summary>
public static class ModelZip
{
    /// <summary>
    /// Writes a model zip over <paramref name="path"/> in one step: a reader sees the old file or the new one. The same input gives
    /// the same bytes.
    /// </summary>
    /// <param name="path">The file to write or replace.</param>
    /// <param name="information">
    /// What the model says of itself. <see cref="ModelManifest.Entries"/> is filled in; so is an empty
    /// <see cref="Calibration.WeightsSha256"/>, and of the checks and the adults' calibration.
    /// </param>
    /// <param name="weights">Bytes of <c>weights.safetensors</c>.</param>
    /// <param name="onnx">Bytes of the same network's ONNX file, with the same calibration.</param>
    /// <param name="lungs">Bytes of the ONNX file that finds the lungs, where the preprocessing cuts them out.</param>
    /// <returns>The information as written.</returns>
    /// <exception cref="InvalidModelException">
    /// The information contradicts itself, or the calibration belongs to other weights.
    /// </exception>
    /// <exception cref="UserException">The file cannot be written.</exception>
    public static ModelInformation Write(string path, ModelInformation information, ReadOnlyMemory<byte> weights, ReadOnlyMemory<byte> onnx, byte[]? lungs = null)
    {
        var weightsHash = Hash(weights.Span);
        if (information.Calibration.WeightsSha256.Length == 0)
        {
            information = information with { Calibration = information.Calibration with { WeightsSha256 = weightsHash } };
        }

        if (information.Checks is { WeightsSha256.Length: 0 } checks)
        {
            information = information with { Checks = checks with { WeightsSha256 = weightsHash } };
        }

        if (information.Adults is { Calibration.WeightsSha256.Length: 0 } adults)
        {
            information = information with { Adults = adults with { Calibration = adults.Calibration with { WeightsSha256 = weightsHash } } };
        }

        List<ChainEntry> entries =
        [
            new(ModelZipEntries.Weights, weights),
            new(ModelZipEntries.Calibration, Json(path, ModelZipEntries.Calibration, information.Calibration)),
            new(ModelZipEntries.Evaluation, Json(path, ModelZipEntries.Evaluation, information.Evaluation)),
            new(ModelZipEntries.ModelCard, Encoding.UTF8.GetBytes(information.ModelCard)),
        ];
        if (information.Checks is not null)
        {
            entries.Add(new(ModelZipEntries.Checks, Json(path, ModelZipEntries.Checks, information.Checks)));
        }

        if (information.Adults is not null)
        {
            entries.Add(new(ModelZipEntries.Adults, Json(path, ModelZipEntries.Adults, information.Adults)));
        }

        entries.AddRange(Chain(path, information.Manifest, onnx, lungs));
        var hashes = entries.ToDictionary(entry => entry.Name, entry => entry.Name == ModelZipEntries.Weights ? weightsHash : Hash(entry.Bytes.Span));
        information = information with { Manifest = information.Manifest with { Schema = ModelManifest.CurrentSchema, Entries = hashes } };
        entries.Insert(0, new(ModelZipEntries.Manifest, Json(path, ModelZipEntries.Manifest, information.Manifest)));

        ModelInformationCheck.Verify(path, information);
        AtomicFile.Write(path, stream => ModelZipArchive.Write(stream, path, entries));
        return information;
    }

    private static IReadOnlyList<ChainEntry> Chain(string path, ModelManifest manifest, ReadOnlyMemory<byte> onnx, byte[]? lungs)
    {
        if ((manifest.Preprocessing.Lungs is null) != (lungs is null))
        {
            throw new InvalidModelException(path, "its network would see the lungs alone and nobody find them, or the other way round.");
        }

        var chain = new ModelChain(
            onnx, manifest.Preprocessing.Width, manifest.Classes.Count, SavedPreprocessing.Write(manifest.Preprocessing),
            new SavedRadiographMapping()) { Lungs = lungs };
        try
        {
            return chain.Save();
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new InvalidModelException(path, "its network would not be of its preprocessing's size, or of its classes.", e);
        }
    }

    /// <summary>Reads a model zip and checks everything but the weights' names and shapes.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">The file is missing, damaged or not understood.</exception>
    public static ModelZipContent Read(string path)
    {
        using var archive = ModelZipArchive.Open(path);
        var information = ReadInformation(path, archive);
        var (onnx, lungs) = ReadOnnx(path, archive, information.Manifest);
        return new ModelZipContent(information, ReadHashed(path, archive, information.Manifest, ModelZipEntries.Weights), onnx) { Lungs = lungs };
    }

    /// <summary>Reads all entries but the weights, whose bytes are not looked at.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">The file is missing, damaged or not understood.</exception>
    public static ModelInformation ReadInformation(string path)
    {
        using var archive = ModelZipArchive.Open(path);
        return ReadInformation(path, archive);
    }

    /// <summary>Reads what an answer needs: all entries but the weights, which the ONNX file holds, too.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">The file is missing, damaged or not understood.</exception>
    public static ModelNetworks ReadOnnx(string path)
    {
        using var archive = ModelZipArchive.Open(path);
        var information = ReadInformation(path, archive);
        var (onnx, lungs) = ReadOnnx(path, archive, information.Manifest);
        return new ModelNetworks(information, onnx) { Lungs = lungs };
    }

    /// <summary>Opens the model by ML.NET, once every entry has been held against its hash.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ml">ML.NET.</param>
    /// <param name="inputSchema">What the model's input looks like: the column <c>ImagePath</c>.</param>
    /// <returns>The chain; dispose of it, for it holds an ONNX session and a temporary file.</returns>
    /// <exception cref="InvalidModelException">The file is missing, damaged or not understood.</exception>
    public static ITransformer Load(string path, MLContext ml, out DataViewSchema inputSchema)
    {
        using (var archive = ModelZipArchive.Open(path))
        {
            var manifest = ReadInformation(path, archive).Manifest;
            foreach (var name in archive.Hashed)
            {
                ReadHashed(path, archive, manifest, name);
            }
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        return ml.Model.Load(stream, out inputSchema);
    }

    // In the chain, whoever finds the lungs comes first.
    private static (byte[] Onnx, byte[]? Lungs) ReadOnnx(string path, ModelZipArchive archive, ModelManifest manifest)
    {
        var names = archive.Hashed.Where(ChainEntries.IsOnnx).Order(StringComparer.Ordinal).ToArray();
        if (names.Length != (manifest.Preprocessing.Lungs is null ? 1 : 2))
        {
            throw new InvalidModelException(path, "it holds no ONNX file, or several.");
        }

        try
        {
            var files = Array.ConvertAll(names, name => ChainEntries.Onnx(ReadHashed(path, archive, manifest, name)));
            return (files[^1], files.Length > 1 ? files[0] : null);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidModelException(path, "The entry with the ONNX file is not as ML.NET writes it.", e);
        }
    }

    private static ModelInformation ReadInformation(string path, ModelZipArchive archive)
    {
        var manifestBytes = archive.Read(ModelZipEntries.Manifest);
        var schema = Parse<SchemaOnly>(path, ModelZipEntries.Manifest, manifestBytes).Schema;
        if (schema != ModelManifest.CurrentSchema)
        {
            throw new InvalidModelException(path, schema == OldModelZip.Schema
                ? (UserText)$"it has schema {schema}, from before models were ML.NET's; carry it over: convert --model OLD.zip --output NEW.zip."
                : $"it has schema {schema}, and this program understands schema {ModelManifest.CurrentSchema}.");
        }

        var manifest = Parse<ModelManifest>(path, ModelZipEntries.Manifest, manifestBytes);
        if (!manifest.Entries.Keys.Order().SequenceEqual(archive.Hashed.Order()))
        {
            throw new InvalidModelException(path, "its manifest does not list the hashes of all other entries.");
        }

        byte[] Hashed(string name) => ReadHashed(path, archive, manifest, name);
        var information = new ModelInformation(
            manifest,
            Parse<Calibration>(path, ModelZipEntries.Calibration, Hashed(ModelZipEntries.Calibration)),
            Parse<EvaluationReport>(path, ModelZipEntries.Evaluation, Hashed(ModelZipEntries.Evaluation)),
            Encoding.UTF8.GetString(Hashed(ModelZipEntries.ModelCard)))
        {
            Checks = archive.Hashed.Contains(ModelZipEntries.Checks)
                ? Parse<InputChecks>(path, ModelZipEntries.Checks, Hashed(ModelZipEntries.Checks))
                : null,
            Adults = archive.Hashed.Contains(ModelZipEntries.Adults)
                ? Parse<AdultJudgement>(path, ModelZipEntries.Adults, Hashed(ModelZipEntries.Adults))
                : null,
        };
        ModelInformationCheck.Verify(path, information);
        return information;
    }

    private static byte[] ReadHashed(string path, ModelZipArchive archive, ModelManifest manifest, string entry)
    {
        var bytes = archive.Read(entry);
        return Hash(bytes) == manifest.Entries[entry]
            ? bytes
            : throw new InvalidModelException(path, $"its {entry} is not what the manifest's hash tells; the file is damaged.");
    }

    private static T Parse<T>(string path, string entry, byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, ModelJson.Options)
                ?? throw new InvalidModelException(path, $"its {entry} is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidModelException(path, $"its {entry} is not understood: {exception.Message}", exception);
        }
    }

    private static byte[] Json<T>(string path, string entry, T value)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(value, ModelJson.Options);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidModelException(path, $"its {entry} would hold a figure that is not finite.", exception);
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record SchemaOnly(int Schema);
}
