using System.Text.Json;
using Pneumonia.Core.Files;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained.TensorFlowJs;

/// <summary>Reads the weights of a TensorFlow.js model: <c>model.json</c> with binary files beside it (tensorflow/tfjs,
/// tfjs-core/src/io/types.ts, <c>WeightsManifestConfig</c>).</summary>
internal static class TensorFlowJsFile
{
    // Files from elsewhere may hold members that others define.
    private static readonly JsonSerializerOptions s_json = new(ModelJson.Options) { AllowDuplicateProperties = true };

    /// <summary>Reads every weight as float32.</summary>
    /// <param name="path">Path of <c>model.json</c>.</param>
    /// <returns>Tensors in Keras' shapes under Keras' names. They belong to the caller's scope.</returns>
    /// <exception cref="InvalidDataException">It is no such model, or a file beside it is missing or of another length.</exception>
    public static Dictionary<string, Tensor> Read(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var tensors = new Dictionary<string, Tensor>();
        foreach (var group in Parse(path).WeightsManifest)
        {
            ReadOnlySpan<byte> bytes = group.Read(folder);
            foreach (var weight in group.Weights)
            {
                var length = (int)weight.ByteLength;
                if (!tensors.TryAdd(weight.Name, tensor(weight.Decode(bytes[..length]), [.. weight.Shape])))
                {
                    throw new InvalidDataException($"there are two weights {weight.Name}.");
                }

                bytes = bytes[length..];
            }
        }

        return tensors;
    }

    /// <summary>The files of a model: <c>model.json</c>, then those that it names, in its order.</summary>
    /// <exception cref="InvalidDataException">It is no such model, or names a file that lies elsewhere or is missing.</exception>
    public static IReadOnlyList<string> Files(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return [path, .. Parse(path).WeightsManifest.SelectMany(group => group.Files(folder)).Select(file => file.FullName)];
    }

    private static TensorFlowJsModel Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<TensorFlowJsModel>(file, s_json) ?? throw new InvalidDataException("it is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"it is no model.json of TensorFlow.js ({e.Message})", e);
        }
    }
}
