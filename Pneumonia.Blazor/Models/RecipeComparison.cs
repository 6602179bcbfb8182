using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Package;
using Pneumonia.Core.Recipes.Json;

namespace Pneumonia.Blazor.Models;

/// <summary>Tells what two models' makings differ in.</summary>
public static class RecipeComparison
{
    /// <summary>The options that differ, in the order in which the first model names them.</summary>
    public static IReadOnlyList<RecipeDifference> Between(ModelManifest left, ModelManifest right)
    {
        var (ours, theirs) = (Flat(left), Flat(right));
        return [.. ours.Keys.Union(theirs.Keys)
            .Select(name => new RecipeDifference(name, ours.GetValueOrDefault(name), theirs.GetValueOrDefault(name)))
            .Where(option => option.Left != option.Right)];
    }

    private static Dictionary<string, string?> Flat(ModelManifest manifest)
    {
        var options = new Dictionary<string, string?>
        {
            ["architecture"] = manifest.Architecture,
            ["classes"] = string.Join(", ", manifest.Classes),
            ["data"] = manifest.Data.Name,
            ["data fingerprint"] = manifest.Data.Sha256[..8],
            ["first weights"] = manifest.Pretrained?.File,
        };
        foreach (var (name, value) in RecipeJson.Flat(manifest.Training))
        {
            Add(options, name, value);
        }

        Add(options, "preprocessing", JsonSerializer.SerializeToNode(manifest.Preprocessing, ModelJson.Options));
        return options;
    }

    private static void Add(Dictionary<string, string?> options, string name, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject group:
                foreach (var (part, inner) in group)
                {
                    Add(options, $"{name}.{part}", inner);
                }

                return;
            default:
                options[name] = value?.ToString();
                return;
        }
    }
}
