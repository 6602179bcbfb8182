using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Numbers;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>Refuses a recipe's values that are none, by the option's name; whether a number is within its range, <c>Checks</c> say.</summary>
internal static class RecipeValues
{
    /// <summary>Looks at every number and every word of a list.</summary>
    /// <exception cref="JsonException">One is none; the message names option and value.</exception>
    public static void Verify(JsonObject recipe) => Verify(recipe, "");

    private static void Verify(JsonObject holder, string prefix)
    {
        foreach (var (name, value) in holder)
        {
            var path = prefix + name;
            if (value is JsonObject inner)
            {
                Verify(inner, $"{path}.");
            }
            else if (RecipeNames.Types.TryGetValue(path, out var type) && Reason(type, value) is { } reason)
            {
                throw new InvalidRecipeException($"{path} {value?.ToJsonString(ModelJson.Line) ?? "null"}: {reason}");
            }
        }
    }

    private static UserText? Reason(Type declared, JsonNode? value)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return value is null && type != declared ? null
            : type == typeof(int) ? NumberReason<int>(value)
            : type == typeof(double) ? NumberReason<double>(value)
            : type == typeof(float) ? NumberReason<float>(value)
            : type.IsEnum && !IsNameOf(type, value) ? (UserText)$"must be {string.Join(" or ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}."
            : type == typeof(bool) && value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False) ? (UserText)"must be true or false."
            : null;
    }

    // The text as it stands in the file, so that a number too large for one is not read as infinity.
    private static UserText? NumberReason<T>(JsonNode? value)
        where T : struct, System.Numerics.INumber<T>, System.Numerics.IMinMaxValue<T> =>
        StrictNumber.TryRead(value?.ToJsonString(), NumberLimits.Any, out T _, out var reason) ? null : (UserText)$"{reason}.";

    private static bool IsNameOf(Type type, JsonNode? value) => value?.GetValueKind() == JsonValueKind.String
        && Enum.GetNames(type).Contains(value.GetValue<string>(), StringComparer.OrdinalIgnoreCase);
}
