using System.Text.Json.Serialization;

namespace Pneumonia.Core.Imaging;

/// <summary>How a network is shown the lungs alone: cut out with a margin, what lies outside faded, grey levels by those inside.</summary>
public sealed record LungFraming
{
    /// <summary>Columns and rows of the whole image that the lungs are found on and cut out of. No finer than the images that were learned
    /// from, or a larger original would show the network details that it never saw.</summary>
    public int Side { get; init; } = 224;

    /// <summary>Margin on every side of the box around both lungs, as a share of its width or height; 0 to 0.5.</summary>
    public double Margin { get; init; } = 0.06;

    /// <summary>How much of the contrast is left outside of the lungs; 0: one grey, 1: all of it.</summary>
    public double Outside { get; init; } = 0.3;

    /// <summary>Whether the network sees the whole image, too: above the lungs, in an image that is twice as high.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WithWhole { get; init; }

    /// <summary>How far the lungs are widened before the rest is faded, as a share of the whole image's width; 0 to 0.2.</summary>
    public double Grown { get; init; } = 0.02;
}
