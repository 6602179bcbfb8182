using System.Globalization;
using Pneumonia.Model.Data;
using Pneumonia.Model.Imaging.Headers;

namespace Pneumonia.Model.Evaluation.Subgroups;

/// <summary>Divides images by their size as stored.</summary>
internal static class ImageSizes
{
    private const double Mega = 1e6;

    /// <summary>For every image the half it falls into by the median of the sizes; null where its size cannot be read.</summary>
    public static IReadOnlyList<string?> Classes(IReadOnlyList<XRay> images)
    {
        var sizes = images.AsParallel().AsOrdered().Select(image => Pixels(image.Path)).ToArray();
        var known = sizes.OfType<long>().Order().ToArray();
        if (known.Length == 0)
        {
            return new string?[images.Count];
        }

        var median = known[(known.Length - 1) / 2];
        var limit = (median / Mega).ToString("0.00", CultureInfo.InvariantCulture);
        return [.. sizes.Select(size => size is null ? null : size <= median ? $"up to {limit} megapixels" : $"more than {limit} megapixels")];
    }

    private static long? Pixels(string path)
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
