namespace Pneumonia.Model.Imaging;

/// <summary>How an X-ray looks, in a few numbers that cost a few milliseconds: to notice when what comes in changes.</summary>
/// <param name="Brightness">Mean grey level, 0 (black) to 1 (white).</param>
/// <param name="Contrast">Standard deviation of the grey levels, 0 to 0.5.</param>
/// <param name="Sharpness">Mean absolute Laplacian, 0 to 4; more where there are fine structures, or noise.</param>
public sealed record ImageFeatures(double Brightness, double Contrast, double Sharpness)
{
    // All images are measured at one size and shape, as those that networks learn from are often stored.
    private const int Side = 224;

    /// <summary>Measures an X-ray of any size.</summary>
    public static ImageFeatures Of(Radiograph radiograph)
    {
        var pixels = ImageResizer.Grey(radiograph, Side, Side, Interpolation.AntialiasedBilinear);
        double sum = 0, squares = 0, laplacian = 0;
        foreach (var grey in pixels)
        {
            sum += grey;
            squares += (double)grey * grey;
        }

        for (var y = 1; y < Side - 1; y++)
        {
            for (var i = (y * Side) + 1; i < ((y + 1) * Side) - 1; i++)
            {
                laplacian += Math.Abs((4 * pixels[i]) - pixels[i - 1] - pixels[i + 1] - pixels[i - Side] - pixels[i + Side]);
            }
        }

        var mean = sum / pixels.Length;
        return new ImageFeatures(
            mean, Math.Sqrt(Math.Max(0, (squares / pixels.Length) - (mean * mean))), laplacian / ((Side - 2) * (Side - 2)));
    }
}
