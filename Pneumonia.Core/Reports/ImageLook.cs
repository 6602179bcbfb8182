using Pneumonia.Core.Imaging;

namespace Pneumonia.Core.Reports;

/// <summary>How an X-ray looks, measured on a small copy so that originals and their copies agree.</summary>
/// <param name="Brightness">Mean grey level, 0 (black) to 1 (white).</param>
/// <param name="Sharpness">Standard deviation of the Laplacian (Pech-Pacheco et al. 2000), of grey levels from 0 to 1.</param>
/// <param name="Contrast">Standard deviation of the grey levels, 0 to 0.5.</param>
public sealed record ImageLook(double Brightness, double Sharpness, double Contrast)
{
    private const int Side = 224;

    /// <summary>Measures an X-ray of any size.</summary>
    public static ImageLook Of(Radiograph radiograph)
    {
        var grey = ImageResizer.Grey(radiograph, Side, Side, Interpolation.AntialiasedBilinear);
        var (sum, squares, count) = (0.0, 0.0, (Side - 2) * (Side - 2));
        for (var y = 1; y < Side - 1; y++)
        {
            for (var i = (y * Side) + 1; i < (y * Side) + Side - 1; i++)
            {
                var laplacian = grey[i - 1] + grey[i + 1] + grey[i - Side] + grey[i + Side] - (4.0 * grey[i]);
                (sum, squares) = (sum + laplacian, squares + (laplacian * laplacian));
            }
        }

        var brightness = grey.Average();
        var contrast = Math.Sqrt(grey.Average(level => (level - brightness) * (level - brightness)));
        return new ImageLook(brightness, Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * (sum / count)))), contrast);
    }
}
