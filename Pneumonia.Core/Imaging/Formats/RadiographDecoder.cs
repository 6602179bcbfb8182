using NetVips;
using Pneumonia.Core.Imaging.Bars;
using Pneumonia.Core.Imaging.Dicom;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Formats;

/// <summary>Turns the bytes of a JPEG, PNG, TIFF, BMP, WebP or DICOM file into upright grey pixels. The only place that sees untrusted bytes:
/// size, kind and completeness are checked before a pixel is decoded. And the only place where a picture is made of what a file stores: its
/// bits in use become the whole scale (<see cref="UsedBits"/>), bars around it are cut off (<see cref="UniformBars"/>); so all that trains, answers,
/// explains and shows sees one picture. Safe to use from several threads.</summary>
/// <param name="limits">What a file may ask for; the defaults where null.</param>
/// <param name="asStored">The pixels are wanted as the file stores them: it was made of a picture that a decoder gave, or is none.</param>
public sealed class RadiographDecoder(DecoderLimits? limits = null, bool asStored = false)
{
    /// <summary>Changes whenever the same bytes come to another picture: what was computed of the former one is not mixed with it.</summary>
    public const int PictureVersion = 2;

    private const int WholeDepth = 16;

    private readonly DecoderLimits _limits = limits ?? new DecoderLimits();

    /// <summary>Decodes a file's bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">File name or other provenance, for the result and for messages.</param>
    /// <returns>Grey pixels with EXIF orientation applied, colour as its luminance (ITU-R BT.601), transparency dropped, the bits in use on the
    /// whole scale, bars cut off.</returns>
    /// <exception cref="InvalidRadiographException">No image, damaged, cut short, animated, or beyond the limits.</exception>
    public Radiograph Decode(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            CheckFile(bytes.Length);
            if (DicomFile.Matches(bytes))
            {
                return DecodeDicom(DicomFile.Read(bytes.ToArray()), name);
            }

            var header = ImageFormats.ReadHeader(bytes);
            CheckImage(header);
            return DecodePixels(bytes, name, header);
        }
        catch (InvalidHeaderException e)
        {
            throw new InvalidRadiographException(name, e.Text, e);
        }
        catch (VipsException e)
        {
            // Its message is left out: libvips has one for the whole process, so it may be about another file.
            throw new InvalidRadiographException(name, "the image is damaged or cut short", e);
        }
    }

    /// <summary>Decodes a file. Its name without folders goes into the result and into messages.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="InvalidRadiographException">The file cannot be read, or as for <see cref="Decode"/>.</exception>
    public Radiograph DecodeFile(string path)
    {
        var name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            CheckFile(new FileInfo(path).Length);
            bytes = ReadAll(path);
        }
        catch (InvalidHeaderException e)
        {
            throw new InvalidRadiographException(name, e.Text, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidRadiographException(name, "the file cannot be read", e);
        }

        return Decode(bytes, name);
    }

    // What tells no length before it is read may have no end: a pipe, a device.
    private byte[] ReadAll(string path)
    {
        using var file = File.OpenRead(path);
        using var bytes = new MemoryStream(file.CanSeek ? (int)Math.Min(file.Length, _limits.MaxBytes) : 0);
        var part = new byte[1 << 16];
        for (int read; (read = file.Read(part)) > 0;)
        {
            CheckFile(bytes.Length + read);
            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();
    }

    private Radiograph DecodePixels(ReadOnlySpan<byte> bytes, string name, ImageHeader header)
    {
        if (header.Format == RadiographFormat.Tiff)
        {
            TiffPixels.Check(bytes, header);
        }

        var grey = header.Format == RadiographFormat.Bmp ? BmpReader.Read(bytes, header) : VipsReader.Read(bytes, header);
        if (asStored)
        {
            return new Radiograph(name, grey.Width, grey.Height, grey.Pixels, grey.Bits, header.Format)
            {
                Chroma = grey.Chroma, IsEndMissing = header.IsEndMissing,
            };
        }

        var (bits, stretched) = grey.Bits < WholeDepth
            ? (grey.Bits, WholeDepth)
            : UsedBits.Stretch(grey.Pixels, grey.Width, DeclaredDepth.Of(bytes, header.Format));
        var margins = UniformBars.Find(grey.Pixels, grey.Width, grey.Height);
        var (pixels, width, height) = UniformBars.Cut(grey.Pixels, grey.Width, margins);
        return new Radiograph(name, width, height, pixels, grey.Bits, header.Format)
        {
            Chroma = grey.Chroma * ushort.MaxValue / ((1 << stretched) - 1),
            BitsInUse = bits,
            LevelBits = grey.Bits < WholeDepth ? grey.Bits : stretched,
            Cropped = margins,
            IsEndMissing = header.IsEndMissing,
        };
    }

    // Levels come windowed, as the file says that a radiologist sees them.
    private Radiograph DecodeDicom(DicomDataSet file, string name)
    {
        DicomAcceptance.Verify(file);
        var layout = PixelLayout.Of(file);
        CheckImage(new ImageHeader(RadiographFormat.Dicom, layout.Width, layout.Height));
        var grey = GreyPipeline.Apply(file, layout, PixelDecoder.Decode(file, layout));
        var margins = asStored ? Margins.None : UniformBars.Find(grey, layout.Width, layout.Height);
        var (pixels, width, height) = UniformBars.Cut(grey, layout.Width, margins);
        return new Radiograph(name, width, height, pixels, layout.Stored > 8 ? WholeDepth : 8, RadiographFormat.Dicom)
        {
            BitsInUse = layout.Stored, LevelBits = WholeDepth, Cropped = margins, Spacing = DicomSpacing.Of(file),
        };
    }

    private void CheckFile(long length)
    {
        if (length > _limits.MaxBytes)
        {
            throw new InvalidHeaderException($"the file is larger than {_limits.MaxBytes >> 20} MB");
        }
    }

    private void CheckImage(ImageHeader header)
    {
        if (header.Width < _limits.MinSide || header.Height < _limits.MinSide)
        {
            throw new InvalidHeaderException(
                $"{header.Width}x{header.Height} pixels are too few for an X-ray, at least {_limits.MinSide}x{_limits.MinSide} are needed");
        }

        if (header.Width > _limits.MaxPixels / header.Height)
        {
            throw new InvalidHeaderException(
                $"{header.Width}x{header.Height} pixels are more than {_limits.MaxPixels >> 20} megapixels");
        }
    }
}
