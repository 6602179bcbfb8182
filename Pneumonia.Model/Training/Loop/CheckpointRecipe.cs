using System.Text.Json;
using System.Text.Json.Nodes;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging.Formats;
using Pneumonia.Core.Recipes;
using Pneumonia.Core.Recipes.Json;

namespace Pneumonia.Model.Training.Loop;

/// <summary>What a checkpoint was trained with, as text: one of another recipe is not gone on from.</summary>
internal static class CheckpointRecipe
{
    /// <summary>The options that shape the weights, the classes and the images. What comes after the training is left out, so that a
    /// checkpoint may be packaged anew with other thresholds, and so is the number of members, so that one more may join.</summary>
    public static string Of(ImageClassificationOptions options, IReadOnlyList<string> classes, string fingerprint, int member)
    {
        var recorded = RecipeJson.Flat(options);
        foreach (var later in (string[])["weightsNote", "dataDescription", "triageRisks", "thresholdsUnderShifts", "members"])
        {
            recorded.Remove(later);
        }

        (recorded["adults"] as JsonObject)?.Remove("description");

        const int pictures = RadiographDecoder.PictureVersion;
        return member == 0
            ? JsonSerializer.Serialize(new { options = recorded, classes, fingerprint, pictures }, ModelJson.Options)
            : JsonSerializer.Serialize(new { options = recorded, classes, fingerprint, pictures, member }, ModelJson.Options);
    }
}
