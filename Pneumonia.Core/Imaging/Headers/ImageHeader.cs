namespace Pneumonia.Core.Imaging.Headers;

/// <summary>What a file says of its image before a pixel is decoded.</summary>
/// <param name="Format">Format.</param>
/// <param name="Width">Columns as stored.</param>
/// <param name="Height">Rows as stored.</param>
/// <param name="Orientation">EXIF orientation, 1 (upright) to 8.</param>
/// <param name="IsEndMissing">Whether the file ends within its pixels' data, or right after it, without the mark of its end: only decoding
/// tells whether all pixels are there.</param>
internal sealed record ImageHeader(RadiographFormat Format, long Width, long Height, int Orientation = 1, bool IsEndMissing = false);
