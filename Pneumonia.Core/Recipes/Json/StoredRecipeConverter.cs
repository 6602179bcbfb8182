using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>Options inside another file, which an older program may have written flat.</summary>
public sealed class StoredRecipeConverter : JsonConverter<ImageClassificationOptions>
{
    /// <inheritdoc/>
    public override ImageClassificationOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RecipeJson.ReadStored(StoredObject.Read(ref reader, options));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImageClassificationOptions value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}
