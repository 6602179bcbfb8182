namespace Pneumonia.Core.Lungs;

/// <summary>A rectangle in an image, in shares of its width and height; it may reach beyond the image.</summary>
/// <param name="Left">Left edge: 0 is the image's.</param>
/// <param name="Top">Top edge: 0 is the image's.</param>
/// <param name="Right">Right edge: 1 is the image's.</param>
/// <param name="Bottom">Bottom edge: 1 is the image's.</param>
public readonly record struct RelativeBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The whole image.</summary>
    public static RelativeBox Whole { get; } = new(0, 0, 1, 1);

    /// <summary>Share of the image's width.</summary>
    public double Width => Right - Left;

    /// <summary>Share of the image's height.</summary>
    public double Height => Bottom - Top;

    /// <summary>The whole image as seen from the box.</summary>
    public RelativeBox Inverse() => Whole.Seen(this);

    /// <summary>The same box in shares of another, of which it may be a part.</summary>
    /// <param name="from">The other box.</param>
    public RelativeBox Seen(RelativeBox from) => new(
        (Left - from.Left) / from.Width, (Top - from.Top) / from.Height, (Right - from.Left) / from.Width, (Bottom - from.Top) / from.Height);

    /// <summary>The same box, widened on every side.</summary>
    /// <param name="margin">By which share of its own width and height.</param>
    public RelativeBox Widened(double margin) =>
        new(Left - margin * Width, Top - margin * Height, Right + margin * Width, Bottom + margin * Height);
}
