namespace Pneumonia.Model.Explanation;

/// <summary>How much each place of the image speaks for a class.</summary>
/// <param name="Class">The class explained.</param>
/// <param name="Method">Method's short name, e.g. <c>cam</c>.</param>
/// <param name="Width">Columns of the map.</param>
/// <param name="Height">Rows of the map.</param>
/// <param name="Values">Row-major, <c>Width * Height</c>, scaled to 0 (none) to 1 (most). The map covers the whole image, whatever its size.</param>
public sealed record SaliencyMap(string Class, string Method, int Width, int Height, ReadOnlyMemory<float> Values);
