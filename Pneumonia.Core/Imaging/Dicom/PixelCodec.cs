namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>How pixels are compressed.</summary>
internal enum PixelCodec
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By run lengths (PS3.5, annex G).</summary>
    RunLength,

    /// <summary>JPEG: baseline, extended or lossless (ITU-T T.81).</summary>
    Jpeg,

    /// <summary>JPEG-LS (ITU-T T.87).</summary>
    JpegLs,

    /// <summary>JPEG 2000 (ITU-T T.800).</summary>
    Jpeg2000,

    /// <summary>In a way that is not read.</summary>
    Unknown,
}
