using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Files;
using Pneumonia.Model.Tensors;
using Pneumonia.Model.Training.Loop;
using TorchSharp;
using static TorchSharp.torch;

namespace Pneumonia.Model.Lungs;

/// <summary>All that the training of one network needs to go on after an epoch, in a file that is replaced atomically.</summary>
/// <param name="path">The file.</param>
/// <param name="recipe">Options and data as text: a file of others is not gone on from.</param>
/// <param name="network">The weights.</param>
/// <param name="optimizer">The optimiser.</param>
internal sealed class LungCheckpoint(string path, string recipe, nn.Module network, TrainingOptimizer optimizer)
{
    private const string ModelPrefix = "model.";
    private const string OptimizerPrefix = "optimizer.";
    private const string StateKey = "state";
    private const string RecipeKey = "recipe";

    /// <summary>Writes the file.</summary>
    public void Save(LungState state)
    {
        using var scope = NewDisposeScope();
        var model = network.state_dict().Select(entry => (Name: ModelPrefix + entry.Key, entry.Value));
        var moments = optimizer.State().Select(entry => (Name: OptimizerPrefix + entry.Key, entry.Value));
        Safetensors.Save(path, model.Concat(moments).ToDictionary(entry => entry.Name, entry => entry.Value), new Dictionary<string, string>
        {
            [StateKey] = JsonSerializer.Serialize(state, ModelJson.Options), [RecipeKey] = recipe,
        });
    }

    /// <summary>Reads the file back into network and optimiser.</summary>
    /// <param name="log">Hears that there is a file which is not gone on from.</param>
    /// <returns>Where the training stood; null where there is no file, or one of another training, which is then replaced.</returns>
    /// <exception cref="UserException">The file is damaged.</exception>
    public LungState? Load(Action<string> log)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var scope = NewDisposeScope();
            using var gradients = no_grad();
            var metadata = Safetensors.LoadMetadata(path);
            if (metadata.GetValueOrDefault(RecipeKey) != recipe)
            {
                log($"{Path.GetFileName(path)} in the workspace is of other options or other images: beginning anew");
                return null;
            }

            var saved = Safetensors.Load(path);
            foreach (var (name, tensor) in network.state_dict())
            {
                tensor.copy_(saved[ModelPrefix + name]);
            }

            optimizer.Load(saved.Where(entry => entry.Key.StartsWith(OptimizerPrefix, StringComparison.Ordinal))
                .ToDictionary(entry => entry.Key[OptimizerPrefix.Length..], entry => entry.Value));
            return JsonSerializer.Deserialize<LungState>(metadata[StateKey], ModelJson.Options);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or ArgumentException)
        {
            throw new UserException($"{path}: the checkpoint cannot be read: {e.Message}", e);
        }
    }
}
