namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>How far apart a DICOM image's pixels are.</summary>
internal static class DicomSpacing
{
    /// <summary>At the patient where the file tells it (Pixel Spacing), else at the detector (Imager Pixel Spacing); null where it tells neither, or
    /// nothing that makes sense.</summary>
    public static PixelSpacing? Of(DicomDataSet file) => Told(file, DicomTag.PixelSpacing) ?? Told(file, DicomTag.ImagerSpacing);

    // Rows first: from one to the next below.
    private static PixelSpacing? Told(DicomDataSet file, DicomTag tag) =>
        file.Decimals(tag) is [> 0 and var down, > 0 and var across, ..] ? new PixelSpacing(across, down) : null;
}
