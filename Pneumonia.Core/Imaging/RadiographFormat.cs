namespace Pneumonia.Core.Imaging;

/// <summary>The image formats that can be read.</summary>
public enum RadiographFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG, 8 or 16 bits.</summary>
    Png,

    /// <summary>TIFF, 8 or 16 bits, one page.</summary>
    Tiff,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>WebP, not animated.</summary>
    WebP,

    /// <summary>DICOM, one frame.</summary>
    Dicom,
}
