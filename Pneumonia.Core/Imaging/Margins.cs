using System.Text.Json.Serialization;

namespace Pneumonia.Core.Imaging;

/// <summary>How many pixels were cut off each side of an image.</summary>
/// <param name="Left">Columns on the left.</param>
/// <param name="Top">Rows above.</param>
/// <param name="Right">Columns on the right.</param>
/// <param name="Bottom">Rows below.</param>
public sealed record Margins(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Nothing was cut off.</summary>
    public static Margins None { get; } = new(0, 0, 0, 0);

    /// <summary>Whether nothing was cut off.</summary>
    [JsonIgnore]
    public bool AreNone => this == None;

    /// <summary>These margins; null where nothing was cut off.</summary>
    public Margins? OrNull() => AreNone ? null : this;
}
