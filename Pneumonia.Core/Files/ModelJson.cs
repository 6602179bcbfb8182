using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pneumonia.Core.Files;

/// <summary>How every JSON file and answer of this program is written and read.</summary>
public static class ModelJson
{
    /// <summary>
    /// camelCase, enums as strings, indented. NaN, infinities, repeated members, missing required members and nulls where the
    /// records allow none are refused with a <see cref="JsonException"/> (on writing NaN: an <see cref="ArgumentException"/>).
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: true);

    /// <summary>The same on one line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(indented: false);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.General)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
