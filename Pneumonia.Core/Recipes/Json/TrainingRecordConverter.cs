using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Pneumonia.Core.Recipes.Progress;

namespace Pneumonia.Core.Recipes.Json;

/// <summary>A manifest's record of its training. Older manifests hold it flat: the options side by side with what came of them.</summary>
public sealed class TrainingRecordConverter : JsonConverter<TrainingRecord>
{
    /// <inheritdoc/>
    public override TrainingRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var stored = StoredObject.Read(ref reader, options);
        return new TrainingRecord
        {
            Options = RecipeJson.ReadStored(stored[Name(nameof(TrainingRecord.Options))] as JsonObject ?? stored),
            ValidationImages = Of<int?>(nameof(TrainingRecord.ValidationImages)),
            BestEpoch = Of<int?>(nameof(TrainingRecord.BestEpoch)),
            History = Of<EpochRecord[]>(nameof(TrainingRecord.History)) ?? [],
        };

        T? Of<T>(string member) => stored[Name(member)] is { } value ? value.Deserialize<T>(options) : default;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TrainingRecord value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);

    private static string Name(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
