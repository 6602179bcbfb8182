using System.Globalization;
using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Refuses DICOM files that hold no frontal chest X-ray, by what their attributes say. What they do not say is left to the picture.</summary>
internal static class DicomAcceptance
{
    private static readonly string[] s_modalities = ["CR", "DX", "DR", "RG"];
    private static readonly string[] s_parts = ["CHEST", "THORAX", "LUNG"];
    private static readonly string[] s_lateral = ["LL", "RL", "LLD", "RLD", "LAT", "LATERAL"];

    /// <summary>Looks at modality, body part, view and frames.</summary>
    /// <exception cref="InvalidHeaderException">It is something else.</exception>
    public static void Verify(DicomDataSet file)
    {
        var modality = file.Text(DicomTag.Modality);
        if (modality.Length > 0 && !s_modalities.Contains(modality))
        {
            throw new InvalidHeaderException($"the DICOM file is of the modality {modality}, and X-rays are CR or DX");
        }

        var part = file.Text(DicomTag.BodyPart).ToUpperInvariant();
        if (part.Length > 0 && !s_parts.Any(part.Contains))
        {
            throw new InvalidHeaderException($"the DICOM file shows {part}, and not a chest");
        }

        if (s_lateral.Contains(file.Text(DicomTag.View).ToUpperInvariant()))
        {
            throw new InvalidHeaderException("the DICOM file is a lateral view, and frontal ones (PA, AP) are read");
        }

        if (int.TryParse(file.Text(DicomTag.Frames), NumberStyles.Integer, CultureInfo.InvariantCulture, out var frames) && frames > 1)
        {
            throw new InvalidHeaderException($"the DICOM file holds {frames} frames, and one is read");
        }
    }
}
