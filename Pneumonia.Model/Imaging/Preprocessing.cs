namespace Pneumonia.Model.Imaging;

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
}
