using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Bars;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Model.Lungs;

/// <summary>Reads masks: bright is lung.</summary>
internal static class LungMask
{
    // As it is stored: a mask's black borders are no bars, and its levels none of an X-ray.
    private static readonly RadiographDecoder s_decoder = new(asStored: true);

    /// <summary>A mask at the network's size, cut as its X-ray was.</summary>
    /// <param name="bytes">The file. Whatever levels stand for lung and for the rest, 0 and 1 too: half of the highest divides them.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="xray">The X-ray; its size may differ from the mask's.</param>
    /// <param name="side">Columns and rows wanted.</param>
    /// <returns>How much of each pixel is lung, 0 to 255.</returns>
    /// <exception cref="InvalidRadiographException">It is no image, or shows no lung.</exception>
    public static byte[] Read(byte[] bytes, string name, Radiograph xray, int side)
    {
        var mask = s_decoder.Decode(bytes, name);
        var levels = mask.Pixels.ToArray();
        var highest = levels.Max();
        var binary = Array.ConvertAll(levels, level => level > highest / 2 ? ushort.MaxValue : (ushort)0);
        var (pixels, width, height) = UniformBars.Cut(binary, mask.Width, Scaled(xray, mask));
        if (!pixels.Contains(ushort.MaxValue))
        {
            throw new InvalidRadiographException(name, "the mask shows no lung");
        }

        var cut = new Radiograph(name, width, height, pixels, mask.BitDepth, mask.Format);
        return Array.ConvertAll(ImageResizer.Grey(cut, side, side, Interpolation.Area), share => (byte)MathF.Round(Math.Clamp(share, 0, 1) * 255));
    }

    private static Margins Scaled(Radiograph xray, Radiograph mask)
    {
        var cropped = xray.Cropped;
        var across = mask.Width / (double)(xray.Width + cropped.Left + cropped.Right);
        var down = mask.Height / (double)(xray.Height + cropped.Top + cropped.Bottom);
        return new Margins(
            (int)Math.Round(cropped.Left * across), (int)Math.Round(cropped.Top * down), (int)Math.Round(cropped.Right * across),
            (int)Math.Round(cropped.Bottom * down));
    }
}
