using System.Text.Json.Serialization;

namespace Pneumonia.Core.Imaging;

/// <summary>How a radiograph becomes the network's input. Travels inside the model zip, so that no two programs disagree.</summary>
public sealed record Preprocessing
{
    /// <summary>Columns of the input.</summary>
    public int Width { get; init; } = 224;

    /// <summary>Rows of the input.</summary>
    public int Height { get; init; } = 224;

    /// <summary>Mean grey level, of a scale from 0 to 1, subtracted from every pixel.</summary>
    public float Mean { get; init; } = 0.482f;

    /// <summary>Standard deviation of grey levels, of a scale from 0 to 1, by which every pixel is divided.</summary>
    public float Std { get; init; } = 0.236f;

    /// <summary>How pixels are resized. The aspect ratio is not kept, as it was not in the images that networks learn from.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.AntialiasedBilinear;

    /// <summary>How grey levels of different machines are brought to one scale, after resizing.</summary>
    public Standardisation Standardisation { get; init; }

    /// <summary>How the lungs are cut out; null: the network sees the whole image.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LungFraming? Lungs { get; init; }

    /// <summary>Views of the X-ray that lie one above the other in the input.</summary>
    [JsonIgnore]
    public int Views => Lungs is { WithWhole: true } ? 2 : 1;

    /// <summary>Rows of one view.</summary>
    [JsonIgnore]
    public int ViewHeight => Height / Views;

    /// <summary>Makes the network's input, in place, of an image that has the size already: standardised, then <c>(grey - Mean) / Std</c>.</summary>
    /// <param name="pixels">Row-major grey levels from 0 to 1, <c>Width * Height</c>.</param>
    internal void Normalise(Span<float> pixels)
    {
        GreyStandardisation.Apply(pixels, Width, Standardisation);
        foreach (ref var grey in pixels)
        {
            grey = (grey - Mean) / Std;
        }
    }
}
