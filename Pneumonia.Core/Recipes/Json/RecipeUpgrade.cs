using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>Recipes were once flat: one list of options without groups. Carries either form over into the other.</summary>
public static class RecipeUpgrade
{
    /// <summary>Puts every option that belongs to a group there, whether it stands alone (<c>dropout</c>), is named with what is above it
    /// (<c>network.dropout</c>) or is there already. What no record knows stays where it is.</summary>
    /// <exception cref="JsonException">An option is given twice.</exception>
    public static JsonObject Group(JsonObject recipe)
    {
        var grouped = new JsonObject();
        foreach (var (name, value) in recipe)
        {
            var path = name.Split('.');
            Put(grouped, RecipeNames.GroupOf(path[0]) is { } group ? [group, .. path] : path, value);
        }

        return grouped;
    }

    /// <summary>All options in one list, without their groups.</summary>
    /// <param name="recipe">In any form.</param>
    /// <exception cref="JsonException">An option is given twice.</exception>
    public static JsonObject Flatten(JsonObject recipe)
    {
        var flat = new JsonObject();
        foreach (var (name, value) in Group(recipe))
        {
            var options = value is JsonObject members && RecipeNames.Groups.Contains(name) ? members : new JsonObject { [name] = value?.DeepClone() };
            foreach (var (option, inner) in options)
            {
                Put(flat, [option], inner);
            }
        }

        return flat;
    }

    private static void Put(JsonObject target, ReadOnlySpan<string> path, JsonNode? value)
    {
        if (path.Length > 1)
        {
            Put(In(target, path[0]), path[1..], value);
        }
        else if (value is JsonObject members)
        {
            var present = In(target, path[0]);
            foreach (var (member, inner) in members)
            {
                Put(present, member.Split('.'), inner);
            }
        }
        else if (!target.TryAdd(path[0], value?.DeepClone()))
        {
            throw Twice(path[0]);
        }
    }

    private static JsonObject In(JsonObject target, string name)
    {
        if (!target.ContainsKey(name))
        {
            target[name] = new JsonObject();
        }

        return target[name] as JsonObject ?? throw Twice(name);
    }

    private static InvalidRecipeException Twice(string name) => new($"{name} is given twice.");
}
