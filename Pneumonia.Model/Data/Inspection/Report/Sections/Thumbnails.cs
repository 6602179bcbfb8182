using Pneumonia.Core.Imaging;
using Pneumonia.Core.Imaging.Formats;

namespace Pneumonia.Model.Data.Inspection.Report.Sections;

/// <summary>Small pictures of some images of a data set, as they stand in a page. Their number is bounded, so that the page can be
/// opened.</summary>
internal sealed class Thumbnails
{
    private const int Side = 160;
    private const int Quality = 70;

    private readonly Dictionary<string, string> _addresses;

    private Thumbnails(Dictionary<string, string> addresses, int leftOut) => (_addresses, LeftOut) = (addresses, leftOut);

    /// <summary>How many there are.</summary>
    public int Count => _addresses.Count;

    /// <summary>How many were asked for and not drawn.</summary>
    public int LeftOut { get; }

    /// <summary>The picture as an address that holds it; null where it is not shown.</summary>
    /// <param name="file">The image's path within the data set.</param>
    public string? Of(string file) => _addresses.GetValueOrDefault(file);

    /// <summary>Draws them on all cores.</summary>
    /// <param name="root">Full path of the data set's folder.</param>
    /// <param name="files">Paths within it, the most important first.</param>
    /// <param name="most">No more than these are drawn.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Thumbnails Draw(string root, IEnumerable<string> files, int most, CancellationToken cancellation)
    {
        var decoder = new RadiographDecoder();
        var all = files.Distinct(StringComparer.Ordinal).ToList();
        var drawn = all.Take(most).AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(file => (File: file, Address: Address(decoder, Path.Combine(root, file)))).ToList();
        var known = drawn.Where(each => each.Address is not null).ToDictionary(each => each.File, each => each.Address!, StringComparer.Ordinal);
        return new(known, all.Count - known.Count);
    }

    // A file that has gone since it was inspected has no picture.
    private static string? Address(RadiographDecoder decoder, string path)
    {
        try
        {
            var grey = decoder.DecodeFile(path).ToGrey8(Side);
            return $"data:image/jpeg;base64,{Convert.ToBase64String(ImageEncoder.GreyJpeg(grey.Width, grey.Height, grey.Pixels.Span, Quality))}";
        }
        catch (InvalidRadiographException)
        {
            return null;
        }
    }
}
