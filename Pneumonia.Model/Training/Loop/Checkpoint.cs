using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Model.Networks.Layers;
using Pneumonia.Model.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Everything that a training needs to go on after an epoch, in one file that is replaced atomically.</summary>
internal sealed class Checkpoint : IDisposable
{
    private const string ModelPrefix = "model.";
    private const string AveragePrefix = "average.";
    private const string BestPrefix = "best.";
    private const string AuxiliaryPrefix = "auxiliary.";
    private const string OptimizerPrefix = "optimizer.";
    private const string StateKey = "state";
    private const string RecipeKey = "recipe";
    private const string ImagesKey = "images";

    private readonly Network _network;
    private readonly Network _average;
    private readonly IReadOnlyDictionary<string, Tensor> _auxiliary;
    private readonly TrainingOptimizer _optimizer;
    private readonly string _recipe;
    private readonly string _images;
    private readonly string? _path;
    private readonly Dictionary<string, Tensor> _best;

    /// <summary>Ties the tensors of a training together.</summary>
    /// <param name="network">The weights being trained.</param>
    /// <param name="average">Their moving average.</param>
    /// <param name="auxiliary">The auxiliary head; null: none.</param>
    /// <param name="optimizer">The optimiser.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="recipe">Options and data as text: a checkpoint of another recipe is refused.</param>
    /// <param name="images">The images' names by their contents' hashes, as JSON.</param>
    /// <param name="workspace">Folder of the file; null: nothing is saved.</param>
    public Checkpoint(
        Network network, Network average, AuxiliaryHead? auxiliary, TrainingOptimizer optimizer, int classes, string recipe,
        string images, string? workspace)
    {
        (_network, _average, _optimizer, _recipe, _images, Classes) = (network, average, optimizer, recipe, images, classes);
        _auxiliary = auxiliary?.Classifier.state_dict() ?? [];
        _path = workspace is null ? null : Path.Combine(workspace, "checkpoint.safetensors");
        _best = average.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone().DetachFromDisposeScope());
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Remembers the average's weights as the best.</summary>
    public void KeepBest() => Copy(_average.state_dict(), _best);

    /// <summary>Puts the best weights back into the average.</summary>
    public void RestoreBest() => Copy(_best, _average.state_dict());

    /// <summary>Writes the file.</summary>
    public void Save(TrainingState state)
    {
        if (_path is not null)
        {
            using var scope = NewDisposeScope();
            Safetensors.Save(_path, Tensors(), new Dictionary<string, string>
            {
                [StateKey] = JsonSerializer.Serialize(state, ModelJson.Options),
                [RecipeKey] = _recipe,
                [ImagesKey] = _images,
            });
        }
    }

    /// <summary>Reads the file back into the networks and the optimiser.</summary>
    /// <returns>Where the training stood; null when there is no file.</returns>
    /// <exception cref="UserException">The file is damaged, or of another recipe.</exception>
    public TrainingState? Load()
    {
        if (_path is null || !File.Exists(_path))
        {
            return null;
        }

        try
        {
            using var scope = NewDisposeScope();
            var metadata = Safetensors.LoadMetadata(_path);
            if (metadata.GetValueOrDefault(RecipeKey) is var recipe && recipe != _recipe)
            {
                throw new UserException($"{_path}: {CheckpointDifference.Tell(recipe, _recipe, metadata.GetValueOrDefault(ImagesKey), _images)}");
            }

            var saved = Safetensors.Load(_path);
            Copy(WithPrefix(saved, ModelPrefix), _network.state_dict());
            Copy(WithPrefix(saved, AveragePrefix), _average.state_dict());
            Copy(WithPrefix(saved, BestPrefix), _best);
            Copy(WithPrefix(saved, AuxiliaryPrefix), _auxiliary);
            _optimizer.Load(WithPrefix(saved, OptimizerPrefix));
            return JsonSerializer.Deserialize<TrainingState>(metadata[StateKey], ModelJson.Options);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or ArgumentException)
        {
            throw new UserException($"{_path}: the checkpoint cannot be read: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        foreach (var tensor in _best.Values)
        {
            tensor.Dispose();
        }
    }

    private Dictionary<string, Tensor> Tensors()
    {
        var tensors = new Dictionary<string, Tensor>();
        Add(ModelPrefix, _network.state_dict());
        Add(AveragePrefix, _average.state_dict());
        Add(BestPrefix, _best);
        Add(AuxiliaryPrefix, _auxiliary);
        Add(OptimizerPrefix, _optimizer.State());
        return tensors;

        void Add(string prefix, IReadOnlyDictionary<string, Tensor> source)
        {
            foreach (var (name, tensor) in source)
            {
                tensors.Add(prefix + name, tensor);
            }
        }
    }

    private static Dictionary<string, Tensor> WithPrefix(IReadOnlyDictionary<string, Tensor> tensors, string prefix) => tensors
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);

    private static void Copy(IReadOnlyDictionary<string, Tensor> source, IReadOnlyDictionary<string, Tensor> target)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        foreach (var (name, tensor) in target)
        {
            tensor.copy_(source[name]);
        }
    }
}
