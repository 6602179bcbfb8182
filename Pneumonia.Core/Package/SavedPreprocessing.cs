using System.Text.Json;
using Pneumonia.Core.Files;
using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Package;

/// <summary>The preprocessing as a model's chain carries it: a column of text.</summary>
internal static class SavedPreprocessing
{
    /// <summary>Reads the column.</summary>
    /// <param name="text">One line of JSON.</param>
    public static Preprocessing Read(string text) => JsonSerializer.Deserialize<Preprocessing>(text, ModelJson.Options)!;

    /// <summary>What the column holds.</summary>
    /// <param name="preprocessing">The model's.</param>
    public static string Write(Preprocessing preprocessing) => JsonSerializer.Serialize(preprocessing, ModelJson.Line);
}
