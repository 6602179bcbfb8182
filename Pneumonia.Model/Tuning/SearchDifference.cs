using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Tuning;

/// <summary>Tells whether two searches are the same.</summary>
internal static class SearchDifference
{
    private const string DataMember = "dataSha256";

    /// <summary>The first member that differs, in words; null: none does.</summary>
    public static string? Of(TuningOptions saved, TuningOptions asked) => First(Json(saved), Json(asked), "");

    private static string? First(JsonNode? saved, JsonNode? asked, string path)
    {
        if (JsonNode.DeepEquals(saved, asked))
        {
            return null;
        }

        if (saved is JsonObject left && asked is JsonObject right)
        {
            return left.Select(member => First(member.Value, right[member.Key], $"{path}.{member.Key}")).First(found => found is not null);
        }

        return path == $".{DataMember}" ? "the images differ" : $"{path[1..]} is {Text(saved)} there, but {Text(asked)} now";
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";

    private static JsonNode? Json(TuningOptions search) => JsonSerializer.SerializeToNode(search, ModelJson.Options);
}
