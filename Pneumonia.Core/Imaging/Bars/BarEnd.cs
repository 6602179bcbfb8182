namespace Pneumonia.Core.Imaging.Bars;

/// <summary>Lines of one grey at a side of an image, and how they end.</summary>
/// <param name="Lines">How many; 0: none, or noise.</param>
/// <param name="IsAbrupt">Whether a picture begins at once behind them; else it fades in, as an X-ray's own background does.</param>
/// <param name="IsWritten">Whether something is written across them, so that fewer of their pixels tell.</param>
internal readonly record struct BarEnd(int Lines, bool IsAbrupt, bool IsWritten);
