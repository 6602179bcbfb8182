using System.Security.Cryptography;
using Pneumonia.Model.Serving.Package;
using Pneumonia.Model.Serving;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Pretrained.Names;
using Pneumonia.Model.Training.Pretrained.TensorFlowJs;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained;

/// <summary>Reads a file of weights.</summary>
internal static class WeightFile
{
    /// <summary>Tells weights apart, for a model's records.</summary>
    /// <param name="path">The file.</param>
    /// <param name="note">What a person says of it.</param>
    public static PretrainedSource Describe(string path, string? note)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in IsTensorFlowJs(path) ? TensorFlowJsFile.Files(path) : [path])
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return new PretrainedSource(Path.GetFileName(path), Convert.ToHexStringLower(hash.GetHashAndReset()), note);
    }

    /// <summary>Tensors under the names that our networks give them.</summary>
    /// <param name="path">A safetensors file, a model zip, or a TensorFlow.js model's <c>model.json</c>.</param>
    /// <param name="names">What the names in the file stand for.</param>
    /// <exception cref="UserException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string path, IWeightNames names)
    {
        try
        {
            var tensors = IsTensorFlowJs(path) ? ReadTensorFlowJs(path, names)
                : path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? Safetensors.Load(ModelZip.Read(path).Weights)
                : Safetensors.Load(path);
            var translated = new Dictionary<string, Tensor>();
            foreach (var (name, tensor) in tensors)
            {
                if (names.Translate(name) is { } ours && !translated.TryAdd(ours, tensor))
                {
                    throw new InvalidDataException($"two tensors stand for {ours}.");
                }
            }

            return translated;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserException($"{path}: the weights cannot be read: {e.Message}", e);
        }
    }

    private static bool IsTensorFlowJs(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, Tensor> ReadTensorFlowJs(string path, IWeightNames names) => names is InceptionNames
        ? KerasInceptionV3.Translate(TensorFlowJsFile.Read(path))
        : throw new InvalidDataException("of TensorFlow.js' models, only Inception v3 in Keras' layers is understood.");
}
