namespace Pneumonia.Core.Package;

/// <summary>What <see cref="FramedImageMapping"/> reads. Its property names are column names.</summary>
public sealed class FramedImageRow
{
    /// <summary>The image's path.</summary>
    public string ImagePath { get; set; } = "";

    /// <summary>How to prepare it, as text.</summary>
    public string Preprocessing { get; set; } = "";

    /// <summary>Probability of lung, 0 to 1, on the grid of a lung field; row-major.</summary>
    public float[] Lungs { get; set; } = [];
}
