using System.Security.Cryptography;
using Pneumonia.Core;
using Pneumonia.Core.Imaging;
using Pneumonia.Core.Package;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Pretrained.MlNet;
using Pneumonia.Model.Training.Pretrained.Names;
using Pneumonia.Model.Training.Pretrained.TensorFlowJs;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Pretrained;

/// <summary>Reads a file of weights.</summary>
internal static class WeightFile
{
    /// <summary>Tells weights apart, for a model's records.</summary>
    /// <param name="weights">The file, or <see cref="DnnResNet18Package.Name"/>.</param>
    /// <param name="note">What a person says of it.</param>
    public static PretrainedSource Describe(string weights, string? note)
    {
        var path = DnnResNet18Package.Locate(weights);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in IsTensorFlowJs(path) ? TensorFlowJsFile.Files(path) : [path])
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return new PretrainedSource(Path.GetFileName(path), Convert.ToHexStringLower(hash.GetHashAndReset()),
            note ?? (weights == DnnResNet18Package.Name ? DnnResNet18Package.Note : null));
    }

    /// <summary>Tensors under the names that our networks give them.</summary>
    /// <param name="path">A safetensors file, a model zip, a TensorFlow.js model's <c>model.json</c>, or ML.NET's <c>ResNet18.onnx</c>.</param>
    /// <param name="names">What the names in the file stand for.</param>
    /// <param name="preprocessing">How images become the network's input, where the weights can be fitted to it; null: they stay as they are.</param>
    /// <exception cref="UserException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, Tensor> Read(string path, IWeightNames names, Preprocessing? preprocessing = null)
    {
        try
        {
            var tensors = IsTensorFlowJs(path) ? ReadTensorFlowJs(path, names)
                : IsOnnx(path) ? ReadOnnx(path, names, preprocessing)
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

    private static bool IsOnnx(string path) => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    private static bool IsTensorFlowJs(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, Tensor> ReadTensorFlowJs(string path, IWeightNames names) => names is InceptionNames
        ? KerasInceptionV3.Translate(TensorFlowJsFile.Read(path))
        : throw new InvalidDataException("of TensorFlow.js' models, only Inception v3 in Keras' layers is understood.");

    private static Dictionary<string, Tensor> ReadOnnx(string path, IWeightNames names, Preprocessing? preprocessing)
    {
        if (names is not DnnResNet18Names)
        {
            throw new InvalidDataException($"of ONNX files, only ML.NET's ResNet-18 is understood, by the architecture {DnnResNet18Package.Architecture}.");
        }

        var weights = DnnResNet18File.Read(path);
        if (preprocessing is not null)
        {
            DnnResNet18Scale.Fold(weights, preprocessing);
        }

        return weights;
    }
}
