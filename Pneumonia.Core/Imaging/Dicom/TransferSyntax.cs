namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>How a data set and its pixels are written (PS3.5, annex A).</summary>
/// <param name="Uid">Its unique identifier.</param>
/// <param name="Codec">How the pixels are compressed.</param>
/// <param name="IsExplicit">Whether every attribute tells its type.</param>
/// <param name="IsBigEndian">Whether numbers have their greatest byte first.</param>
/// <param name="IsDeflated">Whether the data set is compressed as a whole.</param>
internal sealed record TransferSyntax(
    string Uid, PixelCodec Codec, bool IsExplicit = true, bool IsBigEndian = false, bool IsDeflated = false)
{
    public static readonly TransferSyntax ImplicitLittleEndian = new("1.2.840.10008.1.2", PixelCodec.None, IsExplicit: false);
    public static readonly TransferSyntax ExplicitLittleEndian = new("1.2.840.10008.1.2.1", PixelCodec.None);
    public static readonly TransferSyntax ExplicitBigEndian = new("1.2.840.10008.1.2.2", PixelCodec.None, IsBigEndian: true);

    private static readonly TransferSyntax[] s_known =
    [
        ImplicitLittleEndian,
        ExplicitLittleEndian,
        new("1.2.840.10008.1.2.1.99", PixelCodec.None, IsDeflated: true),
        ExplicitBigEndian,
        new("1.2.840.10008.1.2.5", PixelCodec.RunLength),
        new("1.2.840.10008.1.2.4.50", PixelCodec.Jpeg),
        new("1.2.840.10008.1.2.4.51", PixelCodec.Jpeg),
        new("1.2.840.10008.1.2.4.57", PixelCodec.Jpeg),
        new("1.2.840.10008.1.2.4.70", PixelCodec.Jpeg),
        new("1.2.840.10008.1.2.4.80", PixelCodec.JpegLs),
        new("1.2.840.10008.1.2.4.81", PixelCodec.JpegLs),
        new("1.2.840.10008.1.2.4.90", PixelCodec.Jpeg2000),
        new("1.2.840.10008.1.2.4.91", PixelCodec.Jpeg2000),
    ];

    /// <summary>The syntax of an identifier. One that is not known is taken for explicit little endian, as all newer ones are, with pixels that
    /// nobody reads.</summary>
    public static TransferSyntax Of(string uid) => Array.Find(s_known, known => known.Uid == uid) ?? new(uid, PixelCodec.Unknown);
}
