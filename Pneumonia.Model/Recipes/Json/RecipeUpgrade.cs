using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pneumonia.Model.Recipes.Json;

/// <summary>Recipes were once flat: one list of options without groups. Carries either form over into the other.</summary>
public static class RecipeUpgrade
{
    /// <summary>Puts every option that belongs to a group there, whether it stands alone (<c>dropout</c>), is named with its group
    /// (<c>network.dropout</c>) or is in it already. What no record knows stays where it is.</summary>
    /// <exception cref="JsonException">An option is given twice.</exception>
    public static JsonObject Group(JsonObject recipe)
    {
        var grouped = new JsonObject();
        foreach (var (name, value) in recipe)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (value is JsonObject members && RecipeNames.Groups.Contains(name))
            {
                foreach (var (member, inner) in members)
                {
                    Add(In(grouped, name), member, inner);
                }
            }
            else if (dot > 0 && RecipeNames.Groups.Contains(name[..dot]))
            {
                Add(In(grouped, name[..dot]), name[(dot + 1)..], value);
            }
            else
            {
                Add(RecipeNames.GroupOf(name) is { } group ? In(grouped, group) : grouped, name, value);
            }
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
            if (value is JsonObject members && RecipeNames.Groups.Contains(name))
            {
                foreach (var (member, inner) in members)
                {
                    Add(flat, member, inner);
                }
            }
            else
            {
                Add(flat, name, value);
            }
        }

        return flat;
    }

    private static JsonObject In(JsonObject grouped, string group)
    {
        if (grouped[group] is not JsonObject members)
        {
            grouped[group] = members = [];
        }

        return members;
    }

    private static void Add(JsonObject target, string name, JsonNode? value)
    {
        if (!target.TryAdd(name, value?.DeepClone()))
        {
            throw new JsonException($"{name} is given twice.");
        }
    }
}
