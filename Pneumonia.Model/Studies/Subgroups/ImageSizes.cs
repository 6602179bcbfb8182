using Pneumonia.Core.Data;
using Pneumonia.Core.Imaging.Headers;
using Pneumonia.Core.Statistics;

namespace Pneumonia.Model.Studies.Subgroups;

/// <summary>Divides images by their size as stored.</summary>
internal static class ImageSizes
{
    private const double Mega = 1e6;

    /// <summary>For every image the half it falls into by the median of the sizes; null where its size cannot be read.</summary>
    public static IReadOnlyList<string?> Classes(IReadOnlyList<XRay> images) =>
        Halves.Of([.. images.AsParallel().AsOrdered().Select(image => Pixels(image.Path) / Mega)], "0.00", "megapixels");

    private static double? Pixels(string path)
    {
        try
        {
            var header = ImageFormats.ReadHeader(File.ReadAllBytes(path));
            return header.Width * header.Height;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidHeaderException)
        {
            return null;
        }
    }
}
