using System.Text.Json.Serialization;

namespace Pneumonia.Core.Imaging;

/// <summary>How a radiograph is brought to the network's size.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Interpolation>))]
public enum Interpolation
{
    /// <summary>Bilinear over as many pixels as one output pixel covers (a triangle filter scaled by the reduction), as Pillow's
    /// <c>BILINEAR</c> and torch's <c>antialias=True</c>: the way in which the small copies of the chest_xray set were made.</summary>
    AntialiasedBilinear,

    /// <summary>The mean of the area that an output pixel covers (OpenCV's <c>INTER_AREA</c>).</summary>
    Area,

    /// <summary>Bilinear between the four nearest pixels, whatever the reduction (OpenCV's <c>INTER_LINEAR</c>).</summary>
    Bilinear,
}
