using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Pneumonia.Core.Files;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>The names that a recipe's JSON may hold, read off the records.</summary>
internal static class RecipeNames
{
    private static readonly Type[] s_groups = [typeof(NetworkSettings), typeof(DataSettings), typeof(OptimisationSettings), typeof(PackagingSettings)];

    /// <summary>The groups of options.</summary>
    public static IReadOnlyList<string> Groups { get; } =
        [.. Members(typeof(ImageClassificationOptions)).Where(member => s_groups.Contains(member.PropertyType)).Select(member => member.Name)];

    /// <summary>Every option with the options above it, e.g. <c>data.augmentation.rotation</c>.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. TypesOf(typeof(ImageClassificationOptions), "").Select(option => option.Key)];

    /// <summary>What every option holds.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = TypesOf(typeof(ImageClassificationOptions), "").ToDictionary();

    /// <summary>The group that an option belongs to; null where none has one of that name.</summary>
    public static string? GroupOf(string option) => Groups.FirstOrDefault(group => Paths.Contains($"{group}.{option}"));

    /// <summary>Members that no record has, each with the object that it is in.</summary>
    public static IEnumerable<(JsonObject Holder, string Name, string Path)> Unknown(JsonObject recipe) => Unknown(recipe, "");

    /// <summary>The option that a mistyped one may have meant.</summary>
    public static string Nearest(string path) => Paths.MinBy(known => EditDistance.Of(Last(known), Last(path)))!;

    private static IEnumerable<(JsonObject Holder, string Name, string Path)> Unknown(JsonObject holder, string prefix)
    {
        foreach (var (name, value) in holder)
        {
            if (!Paths.Contains(prefix + name))
            {
                yield return (holder, name, prefix + name);
            }
            else if (value is JsonObject inner)
            {
                foreach (var unknown in Unknown(inner, $"{prefix}{name}."))
                {
                    yield return unknown;
                }
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, Type>> TypesOf(Type type, string prefix) => Members(type)
        .SelectMany(member => TypesOf(member.PropertyType, $"{prefix}{member.Name}.").Prepend(new(prefix + member.Name, member.PropertyType)));

    // Members that are never written are no options.
    private static IEnumerable<JsonPropertyInfo> Members(Type type) => ModelJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info
        ? info.Properties.Where(member => member.Get is not null)
        : [];

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];
}
