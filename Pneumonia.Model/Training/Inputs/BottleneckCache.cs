using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Progress;
using Pneumonia.Model.Data;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Inputs;

/// <summary>Features of a frozen backbone, computed once and kept in a folder under a key of weights, preprocessing and
/// image contents.</summary>
internal sealed class BottleneckCache(ImageClassificationOptions options, Network network, Action<string> log)
{
    /// <summary>Pooled features of all images of a store.</summary>
    /// <param name="store">The images.</param>
    /// <param name="inputs">The same images as the network's input.</param>
    /// <param name="name">Name of the set, for the file and the log.</param>
    /// <param name="reuse">Whether cached features may be taken.</param>
    /// <param name="cancellation">Ends the computation.</param>
    public BottleneckInputs Compute(ImageStore store, ITrainingInputs inputs, string name, bool reuse, CancellationToken cancellation)
    {
        var file = (options.Run.BottleneckPath ?? options.WorkspacePath) is { } folder
            ? Path.Combine(folder, $"bottleneck-{name}-{Key(store)[..16]}.safetensors")
            : null;
        if (reuse && file is not null && File.Exists(file))
        {
            log($"reusing the cached bottleneck features of the {name} set");
            using var scope = NewDisposeScope();
            return new BottleneckInputs(Safetensors.Load(file)["features"].ToArray<float>(), inputs.Labels);
        }

        var clock = Stopwatch.StartNew();
        var rows = Scorer.Run(
            network, images => network.Bottleneck(network.Features(images)), inputs, options.BatchSize,
            done => options.MetricsCallback?.Invoke(new ImageClassificationMetrics
            {
                Phase = TrainingPhase.Bottleneck, Done = done, Total = inputs.Labels.Count, ImagesPerSecond = done / clock.Elapsed.TotalSeconds,
            }),
            cancellation);
        var values = rows.SelectMany(row => row).ToArray();
        if (file is not null)
        {
            using var features = tensor(values, [rows.Length, rows[0].Length]);
            Safetensors.Save(file, new Dictionary<string, Tensor> { ["features"] = features });
        }

        return new BottleneckInputs(values, inputs.Labels);
    }

    private string Key(ImageStore store)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([RadiographDecoder.PictureVersion]);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(options.Network.Preprocessing, ModelJson.Options));
        if (options.Network.LungFinder is { } lungs)
        {
            hash.AppendData(File.ReadAllBytes(lungs));
        }

        hash.AppendData(Encoding.ASCII.GetBytes(string.Join('\n', store.ContentHashes)));
        using var scope = NewDisposeScope();
        var classifier = network.Classifier.parameters().ToHashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, tensor) in network.state_dict().Where(entry => !classifier.Contains(entry.Value)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(tensor.to(ScalarType.Float32).ToArray<float>()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
