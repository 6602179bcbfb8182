using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>Reads the object that a converter then takes apart.</summary>
internal static class StoredObject
{
    /// <exception cref="JsonException">Something else stands there.</exception>
    public static JsonObject Read(ref Utf8JsonReader reader, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.StartObject
        ? JsonSerializer.Deserialize<JsonObject>(ref reader, options)!
        : throw new JsonException();
}
