namespace Pneumonia.Core.Saliency;

/// <summary>The inferno colour map (S. van der Walt and N. Smith, 2015), OpenCV's <c>COLORMAP_INFERNO</c>: lightness grows evenly from
/// black through red and orange to pale yellow, so that it reads the same in every kind of colour blindness and in print.</summary>
public static class ColorMap
{
    private const int Size = 256;

    private static readonly byte[] s_table = Convert.FromHexString(InfernoTable.Hex);

    /// <summary>The colour of a value; values beyond 0 and 1 have the colours of the ends.</summary>
    public static (byte Red, byte Green, byte Blue) Color(float value)
    {
        var at = 3 * (int)MathF.Round(Math.Clamp(value, 0, 1) * (Size - 1));
        return (s_table[at], s_table[at + 1], s_table[at + 2]);
    }
}
