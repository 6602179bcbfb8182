using NetVips;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>Decodes JPEG, PNG, TIFF and WebP with libvips, each with its own loader: what the header says is what is read.</summary>
internal static class VipsReader
{
    // Rows of 8-bit RGBA that come to about a megabyte at the widths of X-rays.
    private const int StripRows = 64;

    /// <summary>Decodes a file whose header was accepted.</summary>
    /// <exception cref="VipsException">A pixel is missing or damaged.</exception>
    /// <exception cref="InvalidHeaderException">The pixels are not what the header says, or of a kind that is not read.</exception>
    public static GreyPixels Read(ReadOnlySpan<byte> bytes, ImageHeader header)
    {
        VipsLibrary.Ready();
        if (header.Format != RadiographFormat.Jpeg)
        {
            using var other = Open(bytes.ToArray(), header.Format);
            return Read(other, header, (int)header.Height, isInk: false);
        }

        var jpeg = JpegEssentials.Of(bytes);
        using var image = Image.JpegloadBuffer(jpeg.Bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
        var isInk = image.Interpretation == Enums.Interpretation.Cmyk;
        // libvips takes all CMYK for Adobe's.
        using var pixels = isInk && !jpeg.IsInkInverted ? image.Invert() : image.Copy();
        return Read(pixels, header, jpeg.Height, isInk);
    }

    private static GreyPixels Read(Image image, ImageHeader header, int claimedHeight, bool isInk)
    {
        if (image.Width != header.Width || image.Height != claimedHeight)
        {
            throw new InvalidHeaderException("the image does not have the size that its header says");
        }

        var bits = image.Format switch
        {
            Enums.BandFormat.Uchar => 8,
            Enums.BandFormat.Ushort => 16,
            _ => throw new InvalidHeaderException($"pixels of the type {image.Format} are not read"),
        };
        var (width, height) = ((int)header.Width, (int)header.Height);
        var grey = new GreyPixels(width, height, header.Orientation, bits);
        // Strips keep a large file in colour from being held whole beside its grey pixels.
        using var region = Region.New(image);
        for (var y = 0; y < height; y += StripRows)
        {
            grey.Write(y, region.Fetch(0, y, width, Math.Min(StripRows, height - y)), image.Bands, isInk);
        }

        if (claimedHeight > height)
        {
            // Fails where the rows before it were damaged.
            region.Fetch(0, claimedHeight - 1, 1, 1);
        }

        return grey;
    }

    // Warnings, most of them about metadata, do not matter here: TIFF is checked for completeness by TiffPixels.
    private static Image Open(byte[] bytes, RadiographFormat format) => format switch
    {
        RadiographFormat.Png => Image.PngloadBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        // libvips' own limit is a strip of 50 MB; ours were checked already.
        RadiographFormat.Tiff => Image.TiffloadBuffer(bytes, unlimited: true, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        RadiographFormat.WebP => Image.WebploadBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no format of libvips"),
    };
}
