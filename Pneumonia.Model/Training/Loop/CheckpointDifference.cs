using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core;
using Pneumonia.Core.Files;

namespace Pneumonia.Model.Training.Loop;

/// <summary>Says why a checkpoint is not gone on from: which options differ, or which images, and what to do instead.</summary>
internal static class CheckpointDifference
{
    private const int MostNames = 3;
    private const string Anew = "Leave out --resume to start anew.";

    /// <summary>Sentences, without the checkpoint's name.</summary>
    /// <param name="saved">The checkpoint's recipe; null where it has none.</param>
    /// <param name="now">The recipe of this training.</param>
    /// <param name="savedImages">Names by hashes, as JSON; null in older checkpoints.</param>
    /// <param name="images">The same of this training.</param>
    public static UserText Tell(string? saved, string now, string? savedImages, string images)
    {
        if (Parse(saved) is not { } old || old["options"] is not JsonObject oldOptions)
        {
            return $"the checkpoint does not tell what it was trained with. {(UserText)Anew}";
        }

        var present = Parse(now)!;
        var options = Options(oldOptions, present["options"]!.AsObject()).ToArray();
        var parts = options.Select(UserText (option) => $"{option.Name} was {option.Then} and is {option.Now} now").ToList();
        if (!JsonNode.DeepEquals(old["classes"], present["classes"]))
        {
            parts.Add($"the classes were {Words(old["classes"])} and are {Words(present["classes"])} now");
        }

        var otherImages = !JsonNode.DeepEquals(old["fingerprint"], present["fingerprint"]);
        if (otherImages)
        {
            parts.Add(Images(savedImages, images));
        }

        if (!JsonNode.DeepEquals(old["pictures"], present["pictures"]))
        {
            return $"the checkpoint is of another version of the program, which made other pictures of the same files. {(UserText)Anew}";
        }

        if (parts.Count == 0)
        {
            return $"the checkpoint is that of another member. {(UserText)Anew}";
        }

        return $"the checkpoint belongs to other {(options.Length > 0 ? (UserText)"options" : "data")}: {UserText.Join("; ", parts)}. "
            + $"To go on with it, give {(options.Length > 0 ? (UserText)"the options" : "the images")} it began with. {Meant(options.Any(option => option.Name == "epoch"), otherImages)}{(UserText)Anew}";
    }

    // The learning rate is a function of the epochs from the start: a training that has ended cannot be made longer, but be begun from.
    private static UserText Meant(bool otherEpochs, bool otherImages) => otherEpochs || otherImages
        ? (UserText)($"For {(otherEpochs && otherImages ? (UserText)"more epochs on more data" : otherEpochs ? (UserText)"more epochs" : "more data")}, begin with the model that it came to: "
            + $"--backbone FineTuned --weights MODEL.zip, without --resume. ")
        : "";

    private static IEnumerable<(string Name, string Then, string Now)> Options(JsonObject then, JsonObject now) => then.Select(option => option.Key)
        .Union(now.Select(option => option.Key))
        .Where(name => !JsonNode.DeepEquals(then[name], now[name]))
        .SelectMany(name => then[name] is JsonObject inner && now[name] is JsonObject other
            ? Options(inner, other).Select(option => ($"{name}.{option.Name}", option.Then, option.Now))
            : [(name, Text(then[name]), Text(now[name]))]);

    private static UserText Images(string? saved, string now)
    {
        if (Parse(saved) is not { } then)
        {
            return "the images are others";
        }

        var present = Parse(now)!;
        var added = present.Where(image => !then.ContainsKey(image.Key)).Select(image => (string)image.Value!).ToArray();
        var gone = then.Where(image => !present.ContainsKey(image.Key)).Select(image => (string)image.Value!).ToArray();
        UserText[] parts = [.. Named(added, "new"), .. Named(gone, "gone or changed")];
        return parts.Length == 0 ? (UserText)"some images are there more often, or less often, than before"
            : parts.Length == 1 ? parts[0]
            : $"{parts[0]} and {parts[1]}";
    }

    private static IEnumerable<UserText> Named(string[] names, UserText what)
    {
        var some = string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames)) + (names.Length > MostNames ? ", ..." : "");
        return names.Length switch
        {
            0 => [],
            1 => [$"1 image is {what} ({some})"],
            _ => [$"{names.Length} images are {what} ({some})"],
        };
    }

    private static string Words(JsonNode? classes) => classes is JsonArray names ? string.Join(", ", names.Select(Text)) : Text(classes);

    private static string Text(JsonNode? value) =>
        value is null ? "none" : value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString(ModelJson.Line);

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
