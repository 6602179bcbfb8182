using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;

namespace Pneumonia.Core;

/// <summary>
/// A <see cref="UserText"/> as one line of text, for databases and between processes. What has no gaps is written as it is. All else is a JSON
/// object, so that whoever reads it later can tell it in any language. What is neither, such as a line of an older program, is read as a
/// sentence without gaps.
/// </summary>
public static class UserTextJson
{
    /// <summary>Environment variable with which a program that starts another asks it to write its errors so.</summary>
    public const string Variable = "PNEUMONIA_ERRORS";

    /// <summary>Its value then.</summary>
    public const string Asked = "json";

    private const string Template = "template";
    private const string Arguments = "arguments";

    /// <summary>Writes a sentence.</summary>
    /// <param name="text">The sentence.</param>
    public static string Write(UserText text) => text.Arguments.Count == 0 ? text.ToString() : Node(text).ToJsonString(ModelJson.Line);

    /// <summary>Reads a sentence; null where there is none.</summary>
    /// <param name="line">What <see cref="Write"/> wrote, or a sentence.</param>
    public static UserText? Read(string? line)
    {
        if (line is null || !line.StartsWith('{'))
        {
            return line;
        }

        try
        {
            var text = Text(JsonNode.Parse(line));

            // What it cannot be filled with shows here.
            return text?.ToString() is null ? line : text;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return line;
        }
    }

    private static JsonObject Node(UserText text) => new()
    {
        [Template] = text.Template,
        [Arguments] = new JsonArray([.. text.Arguments.Select(Node)]),
    };

    private static JsonNode? Node(object? argument) => argument switch
    {
        UserText text => Node(text),
        int or long or short or byte => Convert.ToInt64(argument, CultureInfo.InvariantCulture),
        float or double when double.IsFinite(Convert.ToDouble(argument, CultureInfo.InvariantCulture)) =>
            JsonValue.Create(Convert.ToDouble(argument, CultureInfo.InvariantCulture)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => argument?.ToString(),
    };

    private static UserText? Text(JsonNode? node) => node is JsonObject pair && (string?)pair[Template] is { } template && pair[Arguments] is JsonArray arguments
        ? new UserText(template, arguments.Select(Argument))
        : null;

    private static object? Argument(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out long whole) => whole,
        JsonValue value when value.TryGetValue(out double number) => number,
        JsonValue value => value.GetValue<string>(),
        _ => Text(node) ?? throw new FormatException("A sentence is filled with something else."),
    };
}
