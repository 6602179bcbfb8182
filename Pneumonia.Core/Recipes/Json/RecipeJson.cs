using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>Reads recipes, and the options that other files hold, in their grouped form and in the older flat one.</summary>
public static class RecipeJson
{
    /// <summary>Reads a recipe that a person may have written, and refuses what it does not know.</summary>
    /// <returns>The options; null where the file holds nothing but <c>null</c>.</returns>
    /// <exception cref="JsonException">It is no recipe, or has an option that there is not; the message names it.</exception>
    public static ImageClassificationOptions? Read(Stream stream)
    {
        if (JsonSerializer.Deserialize<JsonNode>(stream, ModelJson.Options) is not { } node)
        {
            return null;
        }

        var recipe = RecipeUpgrade.Group(node as JsonObject ?? throw new InvalidRecipeException("it is no JSON object."));
        foreach (var (_, _, path) in RecipeNames.Unknown(recipe))
        {
            throw new InvalidRecipeException($"there is no option {path}; the nearest is {RecipeNames.Nearest(path)}.");
        }

        RecipeValues.Verify(recipe);
        return recipe.Deserialize<ImageClassificationOptions>(ModelJson.Options);
    }

    /// <summary>Reads options that a program wrote, maybe an older one: what there is no more is left out.</summary>
    /// <exception cref="JsonException">An option has a value that it cannot have.</exception>
    public static ImageClassificationOptions ReadStored(JsonObject stored)
    {
        var recipe = RecipeUpgrade.Group(stored);
        foreach (var (holder, name, _) in RecipeNames.Unknown(recipe).ToArray())
        {
            holder.Remove(name);
        }

        return recipe.Deserialize<ImageClassificationOptions>(ModelJson.Options)!;
    }

    /// <summary>The options that a recipe holds, without callbacks, images, folders and what else is the moment's.</summary>
    public static ImageClassificationOptions WithoutRun(ImageClassificationOptions options) => ReadStored(Object(options));

    /// <summary>Options in one flat list, as people are shown them.</summary>
    public static JsonObject Flat(ImageClassificationOptions options) =>
        RecipeUpgrade.Flatten(Object(options));

    /// <summary>A training's options in one flat list, and after them what it came to; the history, a table of its own, is left out.</summary>
    public static JsonObject Flat(TrainingRecord training)
    {
        var flat = Flat(training.Options);
        foreach (var (name, value) in JsonSerializer.SerializeToNode(training with { History = [] }, ModelJson.Options)!.AsObject())
        {
            if (value is JsonValue)
            {
                flat.Add(name, value.DeepClone());
            }
        }

        return flat;
    }

    private static JsonObject Object(ImageClassificationOptions options) => JsonSerializer.SerializeToNode(options, ModelJson.Options)!.AsObject();
}
