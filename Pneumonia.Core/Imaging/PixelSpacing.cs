namespace Pneumonia.Core.Imaging;

/// <summary>Distances of neighbouring pixels in millimetres, upright.</summary>
/// <param name="Across">From column to column, more than 0.</param>
/// <param name="Down">From row to row, more than 0.</param>
public sealed record PixelSpacing(double Across, double Down);
