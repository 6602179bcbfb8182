using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pneumonia.Blazor.Api;

/// <summary>Texts of a request without the character NUL, which no database stores.</summary>
internal sealed class NulFreeText : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A text is needed.");
        }

        var text = reader.GetString();
        return text?.Contains('\0') == true ? throw new JsonException("A text holds no character NUL.") : text;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
