namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Number of a DICOM attribute (PS3.6).</summary>
/// <param name="Group">Group.</param>
/// <param name="Element">Element within the group.</param>
internal readonly record struct DicomTag(ushort Group, ushort Element)
{
    public static readonly DicomTag TransferSyntax = new(0x0002, 0x0010);
    public static readonly DicomTag SopClass = new(0x0008, 0x0016);
    public static readonly DicomTag SopInstance = new(0x0008, 0x0018);
    public static readonly DicomTag Modality = new(0x0008, 0x0060);
    public static readonly DicomTag BodyPart = new(0x0018, 0x0015);
    public static readonly DicomTag View = new(0x0018, 0x5101);
    public static readonly DicomTag Samples = new(0x0028, 0x0002);
    public static readonly DicomTag Photometric = new(0x0028, 0x0004);
    public static readonly DicomTag Planar = new(0x0028, 0x0006);
    public static readonly DicomTag Frames = new(0x0028, 0x0008);
    public static readonly DicomTag Rows = new(0x0028, 0x0010);
    public static readonly DicomTag Columns = new(0x0028, 0x0011);
    public static readonly DicomTag PixelSpacing = new(0x0028, 0x0030);
    public static readonly DicomTag ImagerSpacing = new(0x0018, 0x1164);
    public static readonly DicomTag BitsAllocated = new(0x0028, 0x0100);
    public static readonly DicomTag BitsStored = new(0x0028, 0x0101);
    public static readonly DicomTag HighBit = new(0x0028, 0x0102);
    public static readonly DicomTag Signed = new(0x0028, 0x0103);
    public static readonly DicomTag Padding = new(0x0028, 0x0120);
    public static readonly DicomTag PaddingLimit = new(0x0028, 0x0121);
    public static readonly DicomTag WindowCentre = new(0x0028, 0x1050);
    public static readonly DicomTag WindowWidth = new(0x0028, 0x1051);
    public static readonly DicomTag Intercept = new(0x0028, 0x1052);
    public static readonly DicomTag Slope = new(0x0028, 0x1053);
    public static readonly DicomTag WindowFunction = new(0x0028, 0x1056);
    public static readonly DicomTag ModalityLuts = new(0x0028, 0x3000);
    public static readonly DicomTag LutDescriptor = new(0x0028, 0x3002);
    public static readonly DicomTag LutData = new(0x0028, 0x3006);
    public static readonly DicomTag VoiLuts = new(0x0028, 0x3010);
    public static readonly DicomTag PresentationShape = new(0x2050, 0x0020);
    public static readonly DicomTag PixelData = new(0x7FE0, 0x0010);
    public static readonly DicomTag Item = new(0xFFFE, 0xE000);
    public static readonly DicomTag ItemEnd = new(0xFFFE, 0xE00D);
    public static readonly DicomTag SequenceEnd = new(0xFFFE, 0xE0DD);

    /// <summary>As standards and programs write it, e.g. <c>(7FE0,0010)</c>.</summary>
    public override string ToString() => $"({Group:X4},{Element:X4})";
}
