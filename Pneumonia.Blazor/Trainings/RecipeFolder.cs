using System.Text.Json;
using Pneumonia.Model;
using Pneumonia.Model.Training.Pretrained.MlNet;
using Pneumonia.Model.Training;

namespace Pneumonia.Blazor.Trainings;

/// <summary>The recipes that trainings can begin with.</summary>
internal sealed class RecipeFolder(TrainingPaths paths)
{
    /// <summary>Their names: the files', without the extension.</summary>
    public IReadOnlyList<string> Names() => Directory.Exists(paths.Recipes)
        ? [.. Directory.EnumerateFiles(paths.Recipes, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A recipe; the trainer's defaults for null.</summary>
    /// <exception cref="UserException">There is none of that name, or it cannot be read.</exception>
    public ImageClassificationTrainer.Options Read(string? name)
    {
        if (name is null)
        {
            return new ImageClassificationTrainer.Options();
        }

        if (!Names().Contains(name))
        {
            throw new UserException($"There is no recipe {name}. Choose one of: {string.Join(", ", Names())}.");
        }

        try
        {
            var options = JsonSerializer.Deserialize<ImageClassificationTrainer.Options>(
                File.ReadAllBytes(Path.Combine(paths.Recipes, $"{name}.json")), ModelJson.Options)!;
            return options.Weights is { } weights && weights != DnnResNet18Package.Name
                ? options with { Weights = Path.GetFullPath(weights, Path.GetDirectoryName(paths.Recipes)!) }
                : options;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UserException($"The recipe {name} cannot be read: {fault.Message}", fault);
        }
    }
}
