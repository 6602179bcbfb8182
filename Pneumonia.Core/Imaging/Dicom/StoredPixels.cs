namespace Pneumonia.Core.Imaging.Dicom;

/// <summary>Pixels as a DICOM file stores them, before anything is made of them.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row-major, one for each pixel; with their sign where they have one.</param>
internal sealed record StoredPixels(int Width, int Height, int[] Values);
