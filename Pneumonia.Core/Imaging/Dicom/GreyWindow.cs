using Pneumonia.Core.Imaging.Headers;

namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Which values are shown, from black to white (PS3.3, C.11.2).</summary>
/// <param name="Centre">Middle.</param>
/// <param name="Width">Width, more than 0.</param>
/// <param name="Function"><c>LINEAR</c>, <c>LINEAR_EXACT</c> or <c>SIGMOID</c>.</param>
internal sealed record GreyWindow(double Centre, double Width, string Function)
{
    /// <summary>The first window that a file names; null where it names none.</summary>
    /// <exception cref="InvalidHeaderException">It makes no sense.</exception>
    public static GreyWindow? Of(DicomDataSet file)
    {
        if (file.Decimals(DicomTag.WindowCentre) is not [var centre, ..] || file.Decimals(DicomTag.WindowWidth) is not [var width, ..])
        {
            return null;
        }

        var function = file.Text(DicomTag.WindowFunction) is { Length: > 0 } told ? told : "LINEAR";
        return function is "LINEAR" or "LINEAR_EXACT" or "SIGMOID" && (function == "LINEAR" ? width >= 1 : width > 0)
            ? new GreyWindow(centre, width, function)
            : throw new InvalidHeaderException($"a window of the DICOM file with the width {width} and the function {function} is not read");
    }

    /// <summary>How bright a value is shown, 0 (black) to 1 (white).</summary>
    public double this[double value] => Function switch
    {
        "SIGMOID" => 1 / (1 + Math.Exp(-4 * (value - Centre) / Width)),
        "LINEAR_EXACT" => Math.Clamp(((value - Centre) / Width) + 0.5, 0, 1),
        _ => Width == 1 ? value <= Centre - 0.5 ? 0 : 1 : Math.Clamp(((value - (Centre - 0.5)) / (Width - 1)) + 0.5, 0, 1),
    };
}
