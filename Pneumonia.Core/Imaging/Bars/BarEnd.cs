namespace Pneumonia.Core.Imaging.Bars;

/// <summary>Lines of one grey at a side of an image, and how they end.</summary>
/// <param name="Lines">How many; 0: none, or noise.</param>
/// <param name="IsCertain">Whether they are no background of an X-ray: a picture begins at once behind them, or they are not dark. Else the picture
/// fades in.</param>
/// <param name="IsWritten">Whether something is written across them, so that fewer of their pixels tell.</param>
internal readonly record struct BarEnd(int Lines, bool IsCertain, bool IsWritten);
