using System.Text.Json;
using Pneumonia.Core;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;

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
    public ImageClassificationOptions Read(string? name)
    {
        if (name is null)
        {
            return new ImageClassificationOptions();
        }

        if (!Names().Contains(name))
        {
            throw new UserException($"There is no recipe {name}. Choose one of: {string.Join(", ", Names())}.");
        }

        try
        {
            using var stream = File.OpenRead(Path.Combine(paths.Recipes, $"{name}.json"));
            var options = RecipeJson.Read(stream) ?? throw new JsonException("it is empty.");
            return options with
            {
                Network = options.Network with
                {
                    Weights = options.Network.Weights == NetworkSettings.DnnResNet18Weights ? options.Network.Weights : Placed(options.Network.Weights),
                    LungFinder = Placed(options.Network.LungFinder),
                },
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UserException($"The recipe {name} cannot be read: {UserText.Of(fault)}", fault);
        }
    }

    // A recipe names files from where its folder is.
    private string? Placed(string? file) => file is null ? null : Path.GetFullPath(file, Path.GetDirectoryName(paths.Recipes)!);
}
